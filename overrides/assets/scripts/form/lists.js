/* Lists in the form: items are added, moved and taken away by buttons, by finger and by keyboard alike. */

let made = 0;

export function addItem(list) {
  const item = list.querySelector("template").content.firstElementChild.cloneNode(true);
  made += 1;
  for (const element of [item, ...item.querySelectorAll("*")]) {
    for (const name of ["id", "for", "name", "aria-labelledby", "aria-describedby"]) {
      if (element.hasAttribute(name)) {
        element.setAttribute(name, element.getAttribute(name).replaceAll("__n__", made));
      }
    }
  }
  list.querySelector(".form-items").append(item);
  const shown = [...list.closest("form").elements.language].filter((box) => box.checked).map((box) => box.value);
  for (const wording of item.querySelectorAll("[data-language]")) {
    wording.hidden = !shown.includes(wording.dataset.language);
  }
  number(list);
  return item;
}

/* The number of an item is told by its label and its place alone. */
function number(list) {
  const items = [...list.querySelector(".form-items").children];
  items.forEach((item, at) => {
    item.dataset.label ??= item.getAttribute("aria-label");
    item.setAttribute("aria-label", item.dataset.label.replace("__n__", at + 1));
    const own = item.querySelector(":scope > .form-label");
    if (own) {
      own.dataset.label ??= own.textContent;
      own.textContent = own.dataset.label.replace("__n__", at + 1);
    }
    item.querySelector("[data-move='-1']").disabled = at === 0;
    item.querySelector("[data-move='1']").disabled = at === items.length - 1;
  });
}

export function numbered(form) {
  form.querySelectorAll("[data-list]").forEach(number);
}

const filled = (text, values) => text.replace(/\{([a-z]+)\}/g, (_, name) => values[name]);

/* Who hears the page is told where an item has gone. */
function tell(form, list, text, item) {
  const items = [...list.querySelector(".form-items").children];
  form.querySelector(".form-heard").textContent = filled(text, { place: items.indexOf(item) + 1, count: items.length });
}

export function movable(form, { moved, removed }) {
  form.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-add], [data-move], [data-remove]");
    const list = button?.closest("[data-list]");
    if (!list) {
      return;
    }
    const item = button.closest("[data-item]");
    if (button.matches("[data-add]")) {
      const fields = [...addItem(list).querySelectorAll("input, textarea, select")];
      fields.find((field) => !field.closest("[hidden]")).focus();
    } else if (button.matches("[data-remove]")) {
      const next = item.nextElementSibling ?? item.previousElementSibling;
      item.remove();
      (next?.querySelector("[data-remove]") ?? list.querySelector("[data-add]")).focus();
    } else if (button.dataset.move === "1") {
      item.nextElementSibling.after(item);
    } else {
      item.previousElementSibling.before(item);
    }
    number(list);
    if (!button.matches("[data-add]")) {
      tell(form, list, item.isConnected ? moved : removed, item);
    }
    if (button.isConnected && !button.matches("[data-add]")) {
      (button.disabled ? item.querySelector("[data-move]:not(:disabled)") : button)?.focus();
    }
    list.dispatchEvent(new Event("input", { bubbles: true }));
  });
}
