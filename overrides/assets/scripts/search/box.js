// The field in the header as a combobox: arrows choose a result, Enter opens it, Escape closes.
import { ResultList } from "./result_list.js";

const SHOWN = 5;
const REST = 150;
// Kinds are counted when results are being read: nobody waits for them.
const CALM = 800;
const OPEN = "search--open";

export class Box {
  #place;
  #own;
  #input;
  #panel;
  #kind;
  #all;
  #list;
  #chosen = -1;
  #closing = false;
  #timer = 0;
  #counting = 0;

  constructor(place, own) {
    this.#place = place;
    this.#own = own;
    this.#input = place.querySelector("input");
    this.#panel = place.querySelector(".search__panel");
    this.#kind = place.querySelector("select");
    this.#all = place.querySelector(".search__all");
    this.#list = new ResultList(place, own, true);
    this.#input.addEventListener("input", () => this.#later());
    this.#input.addEventListener("keydown", (event) => this.#key(event));
    this.#kind.addEventListener("change", () => this.#search());
    place.querySelector("form").addEventListener("submit", (event) => this.#submit(event));
    place.querySelector(".search__close").addEventListener("click", () => this.close(true));
    place.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.#leave();
    });
    document.addEventListener("pointerdown", (event) => {
      if (!place.contains(event.target)) this.close();
    });
    place.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget && !place.contains(relatedTarget)) this.close();
    });
  }

  open() {
    if (this.#closing) return;
    this.#place.classList.add(OPEN);
    this.#own.finder().catch(() => {});
    if (this.#input.value.trim()) this.#search();
  }

  close(backToButton = false) {
    this.#show(false);
    this.#place.classList.remove(OPEN);
    this.#kind.value = "";
    clearTimeout(this.#timer);
    if (!backToButton) return;
    const button = this.#place.querySelector(".search__open");
    if (button.checkVisibility()) button.focus({ preventScroll: true });
    else this.#backToField();
  }

  // The first Escape closes the panel, the next one empties the field; the focus stays in it.
  #leave() {
    const empties = this.#panel.hidden && document.activeElement === this.#input;
    if (empties) this.#input.value = "";
    this.close(true);
  }

  // Coming back to the field opens nothing.
  #backToField() {
    this.#closing = true;
    this.#input.focus({ preventScroll: true });
    setTimeout(() => (this.#closing = false));
  }

  #later() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#search(), REST);
  }

  async #search() {
    const query = this.#input.value;
    this.#show(Boolean(query.trim()));
    const options = { kind: this.#kind.value, limit: SHOWN, typing: true };
    const found = await this.#list.show(query, options);
    if (!found) return;
    this.#choose(-1);
    this.#all.href = this.#allResults();
    this.#all.parentElement.hidden = !found.more;
    this.#list.hideKinds(this.#kind, found);
    clearTimeout(this.#counting);
    this.#counting = setTimeout(() => this.#list.offerKinds(this.#kind, found), CALM);
  }

  #allResults() {
    const address = new URL(this.#own.page);
    address.searchParams.set("search", this.#input.value.trim());
    if (this.#kind.value) address.searchParams.set("kind", this.#kind.value);
    return address.href;
  }

  #show(visible) {
    this.#panel.hidden = !visible;
    this.#input.setAttribute("aria-expanded", String(visible));
    if (!visible) this.#choose(-1);
  }

  #choose(number) {
    const links = this.#list.links;
    this.#chosen = links.length ? Math.max(-1, Math.min(number, links.length - 1)) : -1;
    links.forEach((link, at) => link.setAttribute("aria-selected", String(at === this.#chosen)));
    const link = links[this.#chosen];
    if (link) {
      this.#input.setAttribute("aria-activedescendant", link.id);
      link.scrollIntoView({ block: "nearest" });
    } else this.#input.removeAttribute("aria-activedescendant");
  }

  #key(event) {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      if (this.#panel.hidden) this.#search();
      else this.#choose(this.#chosen + step);
    }
  }

  #submit(event) {
    event.preventDefault();
    const link = this.#list.links[this.#chosen];
    if (link) link.click();
    else if (this.#input.value.trim()) location.assign(this.#allResults());
  }
}
