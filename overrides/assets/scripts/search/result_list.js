// Results as a reader sees them: how many, what must be known of them, and a link for each.
import { Messages } from "./messages.js";

function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

const inPieces = (pieces) =>
  pieces.map(({ text, found }) => (found ? element("mark", "", text) : text));

export class ResultList {
  #own;
  #status;
  #notes;
  #list;
  #optional;
  #asked = 0;

  // `optional`: the results are options of a combobox, else links of a list.
  constructor(place, own, optional = false) {
    this.#own = own;
    this.#optional = optional;
    this.#status = place.querySelector(".search__status");
    this.#notes = place.querySelector(".search__notes");
    this.#list = place.querySelector(".search__results");
  }

  get links() {
    return [...this.#list.querySelectorAll("a")];
  }

  // Without hits there is nothing to choose from.
  hideKinds(select, { results, elsewhere }) {
    select.closest("label").hidden = !results.length && !elsewhere;
  }

  // Offers the kinds that have hits; the one that is chosen stays.
  async offerKinds(select, found) {
    const number = this.#asked;
    const { about } = await this.#own.finder();
    const counts = await found.kinds();
    if (number !== this.#asked) return;
    const chosen = select.value;
    if (chosen && !counts.has(chosen)) counts.set(chosen, 0);
    const messages = new Messages(about);
    const named = [...counts].map(([kind, count]) => [about.kinds[kind], kind, count]);
    named.sort(([one], [other]) => one.localeCompare(other, this.#own.language));
    const options = named.map(
      ([word, kind, count]) => new Option(messages.word("kind_count", { kind: word, count }), kind),
    );
    select.replaceChildren(select.options[0], ...options);
    select.value = chosen;
  }

  clear() {
    this.#asked += 1;
    this.#status.textContent = "";
    this.#notes.replaceChildren();
    this.#list.replaceChildren();
  }

  // What was found, or null where a later query has overtaken this one.
  async show(query, options) {
    if (!query.trim()) {
      this.clear();
      return { results: [], elsewhere: 0, more: false, kinds: async () => new Map() };
    }
    this.#asked += 1;
    const number = this.#asked;
    try {
      const finder = await this.#own.finder();
      const found = await finder.find(query, options);
      if (number !== this.#asked) return null;
      this.#fill(query.trim(), found, new Messages(finder.about), finder.about.kinds);
      return found;
    } catch (problem) {
      this.clear();
      this.#status.textContent = this.#own.failed;
      throw problem;
    }
  }

  #fill(query, { results, elsewhere, notes, closest, count }, messages, kinds) {
    const nothing = messages.word(elsewhere ? "nothing_of_kind" : "nothing", { query });
    this.#status.textContent = results.length ? messages.count(count) : nothing;
    const told = results.length || elsewhere ? messages.notes(notes) : [];
    this.#notes.replaceChildren(...told.map((note) => element("p", "", note)));
    if (closest.length) this.#notes.append(this.#closest(closest, messages));
    this.#list.replaceChildren(...results.map((result, at) => this.#item(result, at, kinds, messages)));
  }

  #closest(closest, messages) {
    const links = closest.map(({ title, url }) => {
      const link = element("a", "", title);
      link.href = this.#address(url);
      return element("li", "", link);
    });
    const list = element("ul", "search__closest", ...links);
    return element("div", "", element("p", "", messages.word("closest")), list);
  }

  #item(result, at, kinds, messages) {
    const { title, url, kind, pieces } = result;
    const heading = pieces.heading.length ? [" › ", ...inPieces(pieces.heading)] : [];
    const link = element(
      "a",
      "search__result",
      element("span", "search__kind", kinds[kind] ?? ""),
      element("span", "search__title", ...inPieces(pieces.title), ...heading),
      element("span", "search__passage", ...inPieces(pieces.text)),
      ...messages.shortcomings(result).map((told) => element("span", "search__missing", told)),
    );
    link.href = this.#address(url);
    link.dataset.title = title;
    const item = element("li", "", link);
    if (this.#optional) {
      item.setAttribute("role", "presentation");
      link.setAttribute("role", "option");
      link.setAttribute("aria-selected", "false");
      link.id = `search-result-${at}`;
      link.tabIndex = -1;
    }
    return item;
  }

  #address(url) {
    return new URL(url.slice(1), this.#own.root).href;
  }
}
