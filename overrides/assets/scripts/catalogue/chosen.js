/** What a reader has chosen, each with a way to take it back. */
export class Chosen {
  constructor(form, said) {
    this.list = form.querySelector(".catalogue__chosen");
    this.count = form.querySelector(".catalogue__count");
    this.said = said;
  }

  show(choices) {
    const held = this.list.contains(document.activeElement);
    this.list.replaceChildren(...choices.map((choice) => this.item(choice)));
    if (held) {
      (this.list.querySelector("button") ?? this.count).focus();
    }
  }

  item({ box, label }) {
    const item = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = label;
    button.setAttribute("aria-label", this.said.replace("{value}", label));
    button.addEventListener("click", () => box.click());
    item.append(button);
    return item;
  }
}
