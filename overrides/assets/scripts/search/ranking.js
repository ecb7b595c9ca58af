// In which order records answer a query, and which of them are worth a reader's time.
const COVERAGE = 2;
const MOST = 0.6;
const FEW = 5;

const bestFirst = (one, other) => other.score - one.score;

export const sorted = (hits) => [...hits.values()].sort(bestFirst);

// Every record that has a word of the query. One that most records have says little of those that
// lack it; `share` is how much of the query a record has.
export function ranked(known, records) {
  const hits = new Map();
  let asked = 0;
  for (const { typed, scores } of known) {
    const rarity = Math.log((records + 1) / (scores.size + 0.5));
    asked += rarity;
    for (const [id, score] of scores) {
      const hit = hits.get(id) ?? { id, score: 0, share: 0, words: [] };
      hit.score += score;
      hit.share += rarity;
      hit.words.push(typed);
      hits.set(id, hit);
    }
  }
  for (const hit of hits.values()) {
    hit.share /= asked;
    hit.score *= hit.share ** COVERAGE;
  }
  return hits;
}

// None where half of what was asked is not in the handbook, nor where a word had to be guessed or
// left out and the others do not stand together. What lacks a word stands among the others where
// they are few, or where it has most of what was asked and answers better than all of them.
export function worthShowing(hits, known, notes) {
  const { unknown, corrected } = notes;
  if (unknown.length && (corrected.length || unknown.length >= known.length)) return [];
  const all = sorted(hits);
  const typed = known.map((word) => word.typed);
  for (const hit of all) hit.missing = typed.filter((word) => !hit.words.includes(word));
  const whole = all.filter((hit) => !hit.missing.length);
  if (!whole.length && (corrected.length || unknown.length)) return [];
  notes.partial = all.length > 0 && !whole.length;
  const best = whole[0]?.score ?? 0;
  const isStrong = ({ share, score }) => share > MOST && score > best;
  const part = all.filter((hit) => hit.missing.length);
  const room = whole.length ? Math.max(0, FEW - whole.length) : part.length;
  return [...whole, ...part.filter((hit, at) => at < room || isStrong(hit))].sort(bestFirst);
}
