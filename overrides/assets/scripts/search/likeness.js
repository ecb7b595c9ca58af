// How much words look alike: by the pairs of letters that they share, and by how they begin.
const pairs = (word) => new Set([...word].map((letter, at) => (word[at - 1] ?? "^") + letter));

function alike(one, other) {
  const [ours, theirs] = [pairs(one), pairs(other)];
  const shared = [...ours].filter((pair) => theirs.has(pair)).length;
  let begun = 0;
  while (begun < one.length && one[begun] === other[begun]) begun += 1;
  return shared / (ours.size + theirs.size) + begun / (one.length + other.length);
}

// All things, those first of which some word looks most like each word that is asked for.
export function mostAlike(asked, things, wordsOf) {
  const likeness = (words) => {
    const best = asked.map((one) => Math.max(0, ...words.map((other) => alike(one, other))));
    return best.reduce((sum, one) => sum + one, 0) / (1 + words.length / 10);
  };
  const rated = things.map((thing) => [likeness(wordsOf(thing)), thing]);
  return rated.sort(([one], [other]) => other - one).map(([, thing]) => thing);
}
