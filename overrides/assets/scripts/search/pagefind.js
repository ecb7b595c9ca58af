// The index in pieces that Pagefind keeps; loaded piece by piece, none of it before it is asked for.
const FIRST_LETTERS = 2;
// Each word is fed once a page with a weight of its own, so how often it comes must not count again.
const RANKING = { pageLength: 0.1, termFrequency: 0, termSaturation: 2 };

const json = async (address, cache = "default") => {
  const answer = await fetch(address, { cache });
  return answer.ok ? answer.json() : null;
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
  const found = once(async (word) => {
    const { results } = await instance.search(word);
    return new Map(results.map(({ id, score }) => [id, score]));
  });
  const spellings = once((letter) => json(`${place}spellings/${letter}.json`));
  return {
    about,
    found,
    card: once((id) => json(`${place}cards/${id}.json`)),
    spellings: async (word) => {
      const letters = new Set(word.slice(0, FIRST_LETTERS));
      return (await Promise.all([...letters].map(spellings))).flatMap((words) => words ?? []);
    },
  };
}
