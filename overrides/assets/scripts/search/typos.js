// Words of the site that a mistyped word may have been meant as.
const LONG = 10;
const SHORT = 6;
const FAR = 3;

// Edits between two words, up to FAR; two neighbours that changed places are one edit.
export function distance(one, other) {
  if (Math.abs(one.length - other.length) >= FAR) return FAR;
  let before = [];
  let last = [];
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    [before, last, row] = [last, row, [i]];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      const swapped = one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (i > 1 && j > 1 && swapped) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) >= FAR) return FAR;
  }
  return row[other.length];
}

// Whether one may be the other mistyped: of a short word every letter counts, and only their order
// or a letter too many or too few may be wrong.
function isNear(one, other) {
  const edits = distance(one, other);
  if (edits > (one.length >= LONG ? 2 : 1)) return false;
  const sameLetters = () => [...one].sort().join() === [...other].sort().join();
  return edits === 0 || one.length > SHORT || one.length !== other.length || sameLetters();
}

// The nearest of the words, those of most pages first; none that is too far for its length.
export function nearest(typed, words, stems, most = 3) {
  const stem = stems.keys(typed)[0] ?? typed;
  const near = [];
  for (const word of words) {
    const plain = stems.folded(word);
    if (isNear(typed, plain)) near.push([distance(typed, plain), word]);
    else if (stem.length > 4) {
      const other = stems.keys(word)[0] ?? plain;
      if (isNear(stem, other)) near.push([Math.max(1, distance(stem, other)) + 0.5, word]);
    }
  }
  const least = Math.min(...near.map(([edits]) => edits));
  const chosen = new Map();
  for (const [edits, word] of near) {
    const key = stems.keys(word)[0];
    if (edits === least && key && !chosen.has(key)) chosen.set(key, word);
  }
  return [...chosen.values()].slice(0, most);
}
