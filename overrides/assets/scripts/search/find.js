// From a query to results that can be shown: the planner's hits with their cards.
import { mostAlike } from "./likeness.js";
import { areApart, bestPassage, marked } from "./passage.js";
import { Planner } from "./planner.js";
import { tokens } from "./stems.js";

const CLOSEST = 3;

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
    const { hits, elsewhere, notes, meant, kinds, near } = await this.#planner.answer(query, options);
    const results = await this.#shown(hits, limit, meant);
    const nothing = !results.length && !elsewhere && tokens(query).length;
    const closest = nothing ? await this.#closest(query, near) : [];
    return { results, elsewhere, notes, closest, kinds, more: hits.length > results.length, count: hits.length };
  }

  async #shown(hits, limit, meant) {
    const next = hits.slice(0, limit);
    const cards = await Promise.all(next.map(({ id }) => this.#index.card(id)));
    return next.flatMap((hit, at) => (cards[at] ? [this.#result(hit, cards[at], meant)] : []));
  }

  #result({ score, missing }, card, meant) {
    const keysOf = (token) => this.#planner.stems.keys(token);
    const wanted = (key) => meant.some(({ by }) => by(key));
    const isFound = (token) => keysOf(token).some(wanted);
    const { anchor, heading, text } = bestPassage(card, keysOf, wanted);
    const shown = [card.t, heading, text].map((one) => marked(one, isFound));
    const matched = shown.flat().filter(({ found }) => found).map((piece) => piece.text);
    return {
      title: card.t,
      url: card.u + (anchor ? `#${anchor}` : ""),
      kind: card.k,
      score,
      missing,
      apart: areApart(card, meant.filter(({ typed }) => !missing.includes(typed)), keysOf),
      matched: [...new Set(matched.map((word) => word.toLowerCase()))],
      pieces: { title: shown[0], heading: shown[1], text: shown[2] },
    };
  }

  // Terms that hold a part of what was typed, then those that look most like it.
  async #closest(query, near) {
    const kindOf = await this.#index.kinds();
    const holding = near().filter(({ id }) => kindOf(id) === "term").slice(0, CLOSEST);
    const cards = await Promise.all(holding.map(({ id }) => this.#index.card(id)));
    const folded = (text) => tokens(text).map((token) => this.#planner.stems.folded(token));
    const terms = this.about.glossary.filter(([, url]) => url);
    const alike = mostAlike(folded(query), terms, ([title]) => folded(title));
    const chosen = new Map(cards.filter(Boolean).map(({ u, t }) => [u, t]));
    for (const [title, url] of alike) if (chosen.size < CLOSEST) chosen.set(url, title);
    return [...chosen].map(([url, title]) => ({ title, url }));
  }
}
