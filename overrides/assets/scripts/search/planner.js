// What a query asks for, word by word, over any index; which index it is, only adapters know.
import { coded, codedBeginning, codedName } from "./codes.js";
import { ranked, sorted, worthShowing } from "./ranking.js";
import { Stems, tokens } from "./stems.js";
import { nearest } from "./typos.js";

const LESS = { secondStem: 0.9, beginning: 0.5, besideWord: 0.15, typo: 0.6, translated: 1.2 };
const NAME = 3;
const FEWEST_LETTERS = 3;
const MENDED_FROM = 4;
const LONG_BEGINNING = 5;
const LONG_CUT = 7;
const FEW = 5;

const add = (into, scores, share) => {
  for (const [id, score] of scores) into.set(id, Math.max(into.get(id) ?? 0, score * share));
};

const common = (sets) =>
  new Map(
    [...sets[0]]
      .filter(([id]) => sets.every((one) => one.has(id)))
      .map(([id]) => [id, sets.reduce((sum, one) => sum + one.get(id), 0) / sets.length]),
  );

const longestFirst = (one, other) => other.length - one.length;

export class Planner {
  #index;
  #stems;
  #others;

  constructor(index) {
    const { language, other, rules } = index.about;
    this.#index = index;
    this.#stems = new Stems(rules[language]);
    this.#others = new Stems(rules[other]);
  }

  get stems() {
    return this.#stems;
  }

  async answer(query, { typing = false, kind = "" } = {}) {
    const words = tokens(query)
      .map((typed) => ({ typed, keys: this.#stems.keys(typed), scores: new Map(), told: [], beginnings: [] }))
      .filter(({ keys }) => keys.length);
    const notes = { corrected: [], unknown: [], translated: [], partial: false };
    const names = [words.map(({ keys }) => keys[0])];
    const foreign = this.#foreignTerms(query, words);
    // Asked all at once: on a slow line every later question costs a journey.
    await Promise.all([
      ...words.map((word) => this.#ask(word)),
      ...[...names, ...foreign.map(({ own }) => own)].map((name) => this.#named(name)),
      ...foreign.map(({ own }) => this.#askAll(own)),
    ]);
    if (typing && words.length && !/\s$/.test(query)) await this.#askBeginning(words.at(-1));
    names.push(...(await this.#translate(foreign, words, notes)));
    await Promise.all(words.filter(({ scores }) => !scores.size).map((word) => this.#mend(word)));
    notes.corrected = words.flatMap(({ corrected }) => corrected ?? []);
    notes.unknown = words.filter(({ scores }) => !scores.size).map(({ typed }) => typed);
    const known = words.filter(({ scores }) => scores.size);
    const hits = ranked(known, this.#index.about.records);
    await this.#nameFirst([...names, words.map(({ keys }) => keys[0])], hits);
    const worth = this.#onePerPage(worthShowing(hits, known, notes));
    const kept = await this.#ofKind(worth, kind);
    const meant = words.map(({ typed, keys, told, beginnings }) => {
      const all = new Set([...keys, ...told]);
      return { typed, by: (key) => all.has(key) || beginnings.some((one) => key.startsWith(one)) };
    });
    return {
      hits: kept,
      elsewhere: worth.length - kept.length,
      kinds: () => this.#kinds(worth),
      notes,
      near: () => sorted(hits),
      meant,
    };
  }

  async #ask(word) {
    const found = await Promise.all(word.keys.map((key) => this.#index.found(coded(key))));
    found.forEach((scores, number) => add(word.scores, scores, LESS.secondStem ** number));
  }

  async #askBeginning(word) {
    const plain = this.#stems.folded(word.typed);
    if (plain.length < FEWEST_LETTERS || word.typed.includes(".")) return;
    if (word.scores.size >= FEW) return;
    const share = word.scores.size ? LESS.besideWord : LESS.beginning;
    add(word.scores, await this.#index.found(codedBeginning(plain)), share);
    word.beginnings.push(plain);
  }

  // Terms of the glossary that the query names in the other language, and not in this one too.
  #foreignTerms(query, words) {
    const known = tokens(query).filter((token) => this.#others.keys(token).length);
    const stems = known.map((token) => this.#others.keys(token)[0]);
    const written = known.map((token) => this.#others.folded(token));
    const asked = ` ${stems.join(" ")}  ${written.join(" ")} `;
    const named = this.#index.about.glossary.flatMap(([title, , theirs, phrases]) => {
      const phrase = phrases.filter((one) => asked.includes(` ${one} `)).sort(longestFirst)[0];
      return phrase ? [{ title, theirs, phrase }] : [];
    });
    const partOf = (one) => named.some(({ phrase }) => phrase !== one && ` ${phrase} `.includes(` ${one} `));
    return named.filter(({ phrase }) => !partOf(phrase)).flatMap(({ title, theirs, phrase }) => {
      const own = tokens(title.split(/[,;(]/)[0]).flatMap((token) => this.#stems.keys(token).slice(0, 1));
      const same = own.every((key) => words.some(({ keys }) => keys.includes(key)));
      const from = phrase.split(" ");
      return same ? [] : [{ title, theirs, own, from, whole: from.length === stems.length }];
    });
  }

  async #translate(foreign, words, notes) {
    const names = [];
    for (const { title, theirs, own, from, whole } of foreign) {
      const found = common(await this.#askAll(own));
      if (!found.size) continue;
      for (const word of words) {
        const ways = [this.#others.keys(word.typed)[0], this.#others.folded(word.typed)];
        if (!ways.some((way) => from.includes(way))) continue;
        add(word.scores, found, LESS.translated);
        word.told.push(...own);
      }
      notes.translated.push({ typed: theirs, used: title });
      if (whole) names.push(own);
    }
    return names;
  }

  #askAll(keys) {
    return Promise.all(keys.map((key) => this.#index.found(coded(key))));
  }

  async #mend(word) {
    if (!(await this.#mendTypo(word))) await this.#mendEnd(word);
  }

  async #mendTypo(word) {
    const plain = this.#stems.folded(word.typed);
    if (plain.length < MENDED_FROM || /[0-9.]/.test(plain)) return false;
    const near = nearest(plain, await this.#index.spellings(plain), this.#stems);
    if (!near.length) return false;
    const meant = near.map((one) => this.#stems.keys(one));
    // Their names too, which a query of this word alone will ask for.
    const [found] = await Promise.all([
      this.#askAll(meant.map(([key]) => key)),
      ...meant.map(([key]) => this.#named([key])),
    ]);
    for (const scores of found) add(word.scores, scores, LESS.typo);
    if (!word.scores.size) return false;
    word.told.push(...meant.flat());
    word.keys = meant[0];
    word.corrected = { typed: word.typed, used: near };
    return true;
  }

  async #mendEnd(word) {
    for (const key of word.keys) {
      for (const end of [key.length, key.length - 1]) {
        if (end < (end < key.length ? LONG_CUT : LONG_BEGINNING)) continue;
        const beginning = key.slice(0, end);
        add(word.scores, await this.#index.found(codedBeginning(beginning)), LESS.beginning);
        if (!word.scores.size) continue;
        word.beginnings.push(beginning);
        return;
      }
    }
  }

  async #named(stems) {
    return stems.length ? this.#index.found(codedName(stems)) : new Map();
  }

  async #nameFirst(names, hits) {
    const top = Math.max(0, ...[...hits.values()].map(({ score }) => score));
    for (const named of await Promise.all(names.map((name) => this.#named(name)))) {
      for (const id of named.keys()) {
        const hit = hits.get(id);
        if (hit && !hit.named) Object.assign(hit, { score: hit.score + NAME * top, named: true });
      }
    }
  }

  // A chapter may be found by several of its sections: by the best one.
  #onePerPage(hits) {
    const seen = new Set();
    return hits.filter(({ id }) => {
      const page = this.#index.pageOf(id);
      return !seen.has(page) && seen.add(page);
    });
  }

  // How many hits are of each kind, of those that have any.
  async #kinds(hits) {
    const kindOf = await this.#index.kinds();
    const counts = new Map();
    for (const { id } of hits) counts.set(kindOf(id), (counts.get(kindOf(id)) ?? 0) + 1);
    return counts;
  }

  async #ofKind(hits, kind) {
    if (!(kind in this.#index.about.kinds)) return hits;
    const kindOf = await this.#index.kinds();
    return hits.filter(({ id }) => kindOf(id) === kind);
  }
}
