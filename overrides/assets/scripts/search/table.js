// The index as one table that a classic script has laid out: for a copy opened from a disk.
// Scores are those that Pagefind gives with the same weights.
export function openTable({ about, words, cards, spellings }) {
  const sorted = Object.keys(words).sort();
  const scored = (word) => {
    const byWeight = Object.entries(words[word]);
    const pages = byWeight.reduce((sum, [, numbers]) => sum + numbers.length, 0);
    const rarity = Math.log((cards.length + 1) / (pages + 0.5));
    return byWeight.flatMap(([weight, numbers]) =>
      numbers.map((number) => [number, rarity * weight]),
    );
  };
  const startingWith = (beginning) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle] < beginning) low = middle + 1;
      else high = middle;
    }
    let end = low;
    while (end < sorted.length && sorted[end].startsWith(beginning)) end += 1;
    return sorted.slice(low, end);
  };
  return {
    about: { ...about, records: cards.length },
    found: async (beginning) => {
      const scores = new Map();
      for (const [number, score] of startingWith(beginning).flatMap(scored)) {
        scores.set(number, Math.max(scores.get(number) ?? 0, score));
      }
      return scores;
    },
    kinds: async () => (number) => cards[number].k,
    pageOf: (number) => cards[number].u,
    card: async (number) => cards[number],
    spellings: async (word) => [...new Set(word.slice(0, 2))].flatMap((one) => spellings[one] ?? []),
  };
}
