/* Choosing among practices and projects. The page's address says what is chosen; without this
   script every value of a facet is a link to a list. */

import { Rows, sorted } from "./catalogue/rows.js";
import { Chosen } from "./catalogue/chosen.js";
import { Compared } from "./catalogue/compared.js";
import { Panel } from "./catalogue/panel.js";

const SHOWN = 30;
const TYPING = 150;

/** Lets a reader choose among the entries of a page; its address says what was chosen. */
export function start(form) {
  if (location.protocol !== "file:") {
    new Catalogue(form).begin();
  }
}

class Catalogue {
  constructor(form) {
    this.form = form;
    this.language = document.documentElement.lang;
    this.words = JSON.parse(form.querySelector(".catalogue__words").textContent);
    this.plurals = new Intl.PluralRules(this.language);
    this.numbers = new Intl.NumberFormat(this.language);
    const kind = form.dataset.kind;
    this.rows = new Rows(form.dataset.home, kind ? `${kind}s` : "");
    this.list = form.querySelector(".cards");
    this.first = [...this.list.children];
    this.cards = new Map(this.first.map((card) => [keyOf(card), card]));
    this.more = form.querySelector(".catalogue__more");
    this.whole = form.querySelectorAll(".index-pages, .catalogue__others");
    this.chosen = new Chosen(form, this.words.unchoose);
    this.panel = new Panel(form.querySelector(".facets"), () => this.restore());
    this.compared = new Compared(form, this.words, () => this.remember("replaceState"));
    this.boxes = [...form.querySelectorAll("a[data-value]")].map((link) => this.box(link));
    this.shown = SHOWN;
  }

  begin() {
    this.form.querySelector(".catalogue__tools").disabled = false;
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("focusin", () => this.loaded(), { once: true });
    this.form.addEventListener("pointerover", () => this.loaded(), { once: true });
    this.form.addEventListener("change", (event) => this.changed(event.target));
    this.form.addEventListener("input", (event) => this.typed(event.target));
    this.form.addEventListener("reset", (event) => this.cleared(event));
    this.more.addEventListener("click", () => this.showMore());
    this.compared.offer(this.first);
    this.restore();
  }

  box(link) {
    const label = document.createElement("label");
    const box = document.createElement("input");
    const count = link.parentElement.querySelector(".facet__count");
    const facet = link.closest("[data-facet]");
    const text = document.createElement("span");
    box.type = "checkbox";
    box.name = facet.dataset.facet;
    box.value = link.dataset.value;
    text.textContent = link.textContent;
    link.replaceWith(label);
    label.append(box, text, count);
    return { box, count, facet, name: `${box.name}=${box.value}`, label: text.textContent };
  }

  loaded() {
    this.loading ??= this.rows.load().then(() => this.number());
    return this.loading;
  }

  /** Give boxes and labels the numbers by which rows name them. */
  number() {
    this.labels = [];
    for (const choice of this.boxes) {
      choice.number = this.rows.numbers.get(choice.name);
      this.labels[choice.number] = choice.label;
    }
  }

  cardsLoaded() {
    this.loadingCards ??= this.rows.loadCards(this.labels);
    return this.loadingCards;
  }

  get state() {
    const data = new FormData(this.form);
    const words = (data.get("words") ?? "").trim();
    const names = this.boxes.filter(({ box }) => box.checked).map(({ name }) => name);
    return { names, words, order: data.get("sort") };
  }

  changed(field) {
    if (field.name === "words" || field.closest(".card")) {
      return;
    }
    this.shown = SHOWN;
    this.remember("pushState");
    this.apply();
  }

  typed(field) {
    if (field.name !== "words") {
      return;
    }
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => {
      this.shown = SHOWN;
      this.remember("replaceState");
      this.apply();
    }, TYPING);
  }

  cleared(event) {
    event.preventDefault();
    for (const { box } of this.boxes) {
      box.checked = false;
    }
    this.form.elements.words.value = "";
    this.shown = SHOWN;
    this.remember("pushState");
    this.apply();
  }

  showMore() {
    const last = this.list.lastElementChild;
    this.shown += SHOWN;
    this.apply().then(() => last.nextElementSibling?.querySelector("a").focus());
  }

  restore() {
    const asked = new URLSearchParams(location.search);
    for (const { box } of this.boxes) {
      box.checked = asked.getAll(box.name).includes(box.value);
    }
    this.form.elements.words.value = asked.get("words") ?? "";
    const sort = this.form.elements.sort;
    sort.value = asked.get("sort") ?? "name";
    sort.selectedIndex = Math.max(0, sort.selectedIndex);
    this.compared.restore(asked.get("compare") ?? "");
    const { names, words, order } = this.state;
    this.showChosen(names, words);
    if (names.length || words || order !== "name" || this.loading) {
      this.apply();
    }
    this.panel.passOn();
  }

  remember(how) {
    const { names, words, order } = this.state;
    const asked = new URLSearchParams(names.map((name) => name.split("=")));
    if (words) {
      asked.set("words", words);
    }
    if (order !== "name") {
      asked.set("sort", order);
    }
    if (this.compared.chosen.length) {
      asked.set("compare", this.compared.chosen.join(","));
    }
    const query = asked.toString().replaceAll("%2C", ",").replaceAll("%2F", "/");
    this.panel.remember(how, query ? `?${query}` : location.pathname);
  }

  async apply() {
    const { names, words, order } = this.state;
    const turn = (this.turn = (this.turn ?? 0) + 1);
    await this.loaded();
    if (words) {
      await this.cardsLoaded();
    }
    const found = sorted(this.rows.choose(names, words), order);
    if (found.slice(0, this.shown).some((row) => !this.cards.has(row.key))) {
      await this.cardsLoaded();
    }
    if (turn !== this.turn) {
      return;
    }
    this.showCounts();
    this.showFound(found, !names.length && !words && order === "name");
    this.showChosen(names, words);
  }

  showChosen(names, words) {
    this.chosen.show(this.boxes.filter(({ box }) => box.checked));
    this.form.querySelector(".facets__reset button").disabled = !names.length && !words;
    for (const button of this.form.querySelectorAll(".catalogue__reset")) {
      button.hidden = !names.length && !words;
    }
  }

  showCounts() {
    const chosen = new Map();
    for (const choice of this.boxes) {
      const { box, count, facet } = choice;
      const number = this.rows.counts[choice.number];
      if (choice.counted !== number) {
        choice.counted = number;
        count.textContent = this.numbers.format(number);
      }
      box.disabled = !number && !box.checked;
      chosen.set(facet, (chosen.get(facet) ?? 0) + box.checked);
    }
    for (const [facet, number] of chosen) {
      const said = number ? this.words.chosen.replace("{number}", this.numbers.format(number)) : "";
      const place = facet.querySelector(".facet__chosen");
      if (place.textContent !== said) {
        place.textContent = said;
      }
    }
  }

  showFound(found, everything) {
    const cards = everything ? this.first : found.slice(0, this.shown).map((row) => this.card(row));
    this.list.replaceChildren(...cards);
    this.compared.sync(cards);
    for (const element of this.whole) {
      element.hidden = !everything;
    }
    this.more.hidden = everything || found.length <= this.shown;
    const said = found.length
      ? this.words[this.plurals.select(found.length)].replace("{number}", this.numbers.format(found.length))
      : this.words.none;
    this.form.querySelector(".catalogue__count").textContent = said;
    this.form.querySelector(".facets__count").textContent = said;
  }

  card(row) {
    if (!this.cards.has(row.key)) {
      this.cards.set(row.key, this.made(row));
    }
    return this.cards.get(row.key);
  }

  /** The same card as a list has: its HTML is made by the same template. */
  made(row) {
    const frame = document.createElement("template");
    frame.innerHTML = row.card;
    const card = document.adoptNode(frame.content.firstElementChild);
    this.compared.offer([card]);
    return card;
  }
}

export function keyOf(card) {
  return new URL(card.querySelector("a").href).pathname.split("/").slice(-3, -1).join("/");
}
