// From a query to results that can be shown: the planner's hits with their cards.
import { bestPassage, marked } from "./passage.js";
import { Planner } from "./planner.js";
import { tokens } from "./stems.js";

const CLOSEST = 3;
const SPARE = 4;

export class Finder {
  #index;
  #planner;

  constructor(index) {
    this.#index = index;
    this.#planner = new Planner(index);
  }

  get about() {
    return this.#index.about;
  }

  async find(query, { limit = 8, ...options } = {}) {
    const { hits, elsewhere, notes, wanted } = await this.#planner.answer(query, options);
    const results = await this.#shown(hits, limit, wanted);
    const nothing = !results.length && !elsewhere && tokens(query).length;
    const closest = nothing ? this.#closest(query) : [];
    return { results, elsewhere, notes, closest, more: hits.length > results.length, count: hits.length };
  }

  // One result for each page, though a chapter may be found by several of its sections.
  async #shown(hits, limit, wanted) {
    const pages = new Map();
    let taken = 0;
    while (pages.size < limit && taken < hits.length) {
      const next = hits.slice(taken, taken + limit - pages.size + (taken ? SPARE : 0));
      taken += next.length;
      const cards = await Promise.all(next.map(({ id }) => this.#index.card(id)));
      next.forEach((hit, number) => {
        const card = cards[number];
        if (card && !pages.has(card.u) && pages.size < limit) {
          pages.set(card.u, this.#result(hit, card, wanted));
        }
      });
    }
    return [...pages.values()];
  }

  #result({ score, missing }, card, wanted) {
    const stems = this.#planner.stems;
    const keysOf = (token) => stems.keys(token);
    const isFound = (token) => keysOf(token).some(wanted);
    const { anchor, heading, text } = bestPassage(card.s, keysOf, wanted);
    const shown = [card.t, heading, text].map((one) => marked(one, isFound));
    const matched = shown.flat().filter(({ found }) => found).map((piece) => piece.text);
    return {
      title: card.t,
      url: card.u + (anchor ? `#${anchor}` : ""),
      kind: card.k,
      score,
      missing,
      matched: [...new Set(matched.map((word) => word.toLowerCase()))],
      pieces: { title: shown[0], heading: shown[1], text: shown[2] },
    };
  }

  // Terms that look most like what was typed: they share the most pairs of letters with it.
  #closest(query) {
    const stems = this.#planner.stems;
    const pairs = (text) => {
      const plain = tokens(text).map((token) => stems.folded(token));
      return new Set(plain.flatMap((word) => [...word].slice(1).map((_, at) => word.slice(at, at + 2))));
    };
    const asked = pairs(query);
    const alike = this.about.glossary.map(([title, url]) => {
      const own = pairs(title);
      const shared = [...own].filter((pair) => asked.has(pair)).length;
      return { title, url, share: (2 * shared) / (own.size + asked.size || 1) };
    });
    alike.sort((one, other) => other.share - one.share);
    return alike.slice(0, CLOSEST).map(({ title, url }) => ({ title, url }));
  }
}
