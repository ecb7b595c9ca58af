import { codedShares } from "./codes.js";

// The index in pieces that Pagefind keeps; loaded piece by piece, none of it before it is asked for.
const FIRST_LETTERS = 2;
const DIGITS = 6;
const NUMBERS = new RegExp(`.{${DIGITS}}`, "g");
// Each word is fed once a page with a weight of its own, so how often it comes must not count again.
const RANKING = { pageLength: 0.1, termFrequency: 0, termSaturation: 2 };

const json = async (address, cache = "default") => {
  const answer = await fetch(address, { cache });
  return answer.ok ? answer.json() : null;
};

// What Pagefind makes of the number of pages that have a word.
const rarity = (all, pages) => Math.log((all + 1) / (pages + 0.5));

// Numbers of records one after the other, by what they belong to -> a way from a record's id to that.
const belonging = (lists) => {
  const known = new Map(
    Object.entries(lists).flatMap(([of, numbers]) => numbers.match(NUMBERS).map((number) => [number, of])),
  );
  return (id) => known.get(id.slice(-DIGITS));
};

const once = (make) => {
  const made = new Map();
  return (name) => {
    if (!made.has(name)) made.set(name, make(name));
    return made.get(name);
  };
};

export async function openIndex(place) {
  const starting = import(`${place}pagefind.js`).then(async ({ createInstance }) => {
    const instance = createInstance({ noWorker: true });
    await instance.init();
    await instance.options({ ranking: RANKING });
    return instance;
  });
  const [about, instance] = await Promise.all([json(`${place}words.json`, "no-cache"), starting]);
  if (!about) throw new Error(`${place}words.json`);
  const search = async (word) => (await instance.search(word)).results;
  const found = once(async (word) => {
    const shares = await Promise.all(codedShares(word, about.shares[word] ?? 1).map(search));
    const all = shares.reduce((sum, one) => sum + one.length, 0);
    const rare = (pages) => rarity(about.records, pages);
    const scores = new Map();
    for (const results of shares) {
      // Each share was weighed as a word of its own.
      const less = shares.length > 1 ? rare(all) / rare(results.length) : 1;
      for (const { id, score } of results) scores.set(id, score * less);
    }
    return scores;
  });
  const spellings = once((letter) => json(`${place}spellings/${letter}.json`));
  const pageOf = belonging(about.sections);
  const kinds = once(async () => {
    const told = await json(`${place}kinds.json`);
    const known = belonging(told.others);
    return (id) => known(id) ?? told.most;
  });
  return {
    about,
    found,
    pageOf: (id) => pageOf(id) ?? id,
    kinds,
    card: once((id) => json(`${place}cards/${id}.json`)),
    spellings: async (word) => {
      const letters = new Set([...word.slice(0, FIRST_LETTERS)].filter((one) => about.letters.includes(one)));
      return (await Promise.all([...letters].map(spellings))).flatMap((words) => words ?? []);
    },
  };
}
