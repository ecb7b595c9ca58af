/* Boxes on cards: what a reader ticks is compared on a page of its own. */

const PLAIN = "practices/";

/** The entries of a catalogue that a reader has ticked to see side by side. */
export class Compared {
  constructor(form, words, changed) {
    this.bar = form.querySelector(".catalogue__compare");
    this.link = this.bar.querySelector("a");
    this.address = form.dataset.compare;
    this.most = Number(form.dataset.most);
    this.words = words;
    this.changed = changed;
    this.chosen = [];
    this.boxes = new Map();
    this.bar.querySelector("button").addEventListener("click", () => this.choose([]));
  }

  /** Put a box to tick on each card. */
  offer(cards) {
    for (const card of cards) {
      const link = card.querySelector("a");
      const key = new URL(link.href).pathname.split("/").slice(-3, -1).join("/").replace(PLAIN, "");
      const label = document.createElement("label");
      const box = document.createElement("input");
      box.type = "checkbox";
      box.setAttribute("aria-label", this.words.compare_entry.replace("{title}", link.textContent.trim()));
      box.addEventListener("change", () =>
        this.choose(box.checked ? [...this.chosen, key] : this.chosen.filter((one) => one !== key)),
      );
      label.className = "card__compare";
      label.append(box, this.words.compare);
      card.append(label);
      this.boxes.set(card, { box, key });
      this.mark(card);
    }
  }

  restore(asked) {
    this.chosen = asked.split(",").filter(Boolean).slice(0, this.most);
    this.show();
  }

  choose(keys) {
    this.chosen = keys;
    this.show();
    this.changed();
  }

  sync(cards) {
    cards.forEach((card) => this.mark(card));
  }

  mark(card) {
    const { box, key } = this.boxes.get(card);
    box.checked = this.chosen.includes(key);
    box.disabled = !box.checked && this.chosen.length >= this.most;
  }

  show() {
    const number = this.chosen.length;
    this.boxes.forEach((_, card) => this.mark(card));
    this.bar.hidden = !number;
    this.link.hidden = number < 2;
    this.link.href = `${this.address}?entries=${this.chosen.join(",")}`;
    this.bar.querySelector("p").textContent = this.words.compare_count
      .replace("{number}", number)
      .replace("{most}", this.most);
  }
}
