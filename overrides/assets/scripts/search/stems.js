// Words by their stems: the same as macros/search/stems.py, with the same table of rules.
const LETTERS = "A-Za-z\\u00c0-\\u024f\\u0370-\\u03ff\\u0400-\\u04ff\\u1e00-\\u1eff";
const TOKEN = new RegExp(
  `[${LETTERS}](?:\\.\\s?[${LETTERS}])+\\.|[0-9${LETTERS}]+`,
  "g",
);
const FEWEST_LEFT = 3;
const FEWEST_LEFT_OF_VERBS = 5;
const SHORT = 4;

export const tokens = (text) => text.normalize("NFC").match(TOKEN) ?? [];

export const tokenPlaces = (text) => [...text.matchAll(TOKEN)];

export class Stems {
  #rules;
  #folding;
  #endings;
  #ofVerbs;
  #passedOver;
  #known = new Map();

  constructor(rules) {
    this.#rules = rules;
    this.#folding = new Map(rules.folding);
    const longestFirst = (one, other) => other.length - one.length;
    this.#endings = [...rules.endings].sort(longestFirst);
    this.#ofVerbs = [...rules.verb_endings].sort(longestFirst);
    this.#passedOver = new Set(rules.passed_over.map((word) => this.folded(word)));
  }

  folded(word) {
    const apart = [...word.toLowerCase().normalize("NFKD")];
    return apart.map((letter) => this.#folding.get(letter) ?? letter).join("").replace(/\p{M}/gu, "");
  }

  keys(token) {
    if (!this.#known.has(token)) this.#known.set(token, this.#keys(token));
    return this.#known.get(token);
  }

  #keys(token) {
    if (token.includes(".")) {
      const letters = token.split(/[.\s]+/).filter(Boolean).map((one) => this.folded(one));
      return [letters.join("."), letters.join("")];
    }
    const word = this.folded(token);
    if (word.length < 2 || this.#passedOver.has(word)) return [];
    return [...new Set([...this.#stems(word), ...this.#changed(word), ...this.#ofVerb(word)])];
  }

  #ofVerb(word) {
    const ending = this.#ofVerbs.find(
      (one) => word.endsWith(one) && word.length - one.length >= FEWEST_LEFT_OF_VERBS,
    );
    return ending ? [this.#settled(word.slice(0, -ending.length))] : [];
  }

  #changed(word) {
    return this.#rules.changing_ends
      .filter(([end]) => word.endsWith(end) && word.length - end.length >= FEWEST_LEFT)
      .map(([end, ofStem]) => this.#settled(word.slice(0, -end.length) + ofStem));
  }

  #stems(word) {
    if (/[0-9]$/.test(word)) return [word];
    for (const ending of this.#endings) {
      if (!word.endsWith(ending) || word.length - ending.length < FEWEST_LEFT) continue;
      const stem = this.#settled(word.slice(0, -ending.length));
      if (!this.#rules.endings_of_base_forms.includes(ending)) return [stem];
      return [...new Set([stem, this.#settled(word)])];
    }
    return [this.#settled(word)];
  }

  #settled(word) {
    let stem = word;
    if (stem.length >= SHORT) {
      const final = this.#rules.finals.find(([end]) => stem.endsWith(end));
      if (final) stem = stem.slice(0, -final[0].length) + final[1];
    }
    const last = stem.at(-1);
    if (stem.length > SHORT && this.#rules.fleeting_e_before.includes(last) && stem.at(-2) === "e") {
      if (!"aeiouy".includes(stem.at(-3))) return stem.slice(0, -2) + last;
      const ie = this.#rules.fleeting_ie_before.includes(last) && stem.at(-3) === "i";
      if (stem.length > SHORT + 1 && ie) return stem.slice(0, -3) + last;
    }
    return stem;
  }
}
