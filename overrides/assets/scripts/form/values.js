/* The form's controls -> plain values, and back. A control belongs to the list item around it. */

import { dateFrom, dateShown } from "./dates.js";
import { addItem } from "./lists.js";

const ownerOf = (element, root) => element.closest("[data-item]") ?? root;
const owned = (root, selector) =>
  [...root.querySelectorAll(selector)].filter((one) => ownerOf(one.matches("[data-item]") ? one.parentElement : one, root) === root);

function put(values, path, value) {
  const parts = path.split(".");
  const last = parts.pop();
  let place = values;
  for (const part of parts) {
    place = place[part] ??= {};
  }
  place[last] = value;
}

const get = (values, path) => path.split(".").reduce((value, part) => value?.[part], values);

const isDate = ({ sort }) => sort === "when" || sort === "day";
const language = () => document.documentElement.lang;

function valueOf(control) {
  const { sort } = control.dataset;
  if (control.type === "radio") {
    return control.checked ? (sort === "yes_no" ? control.value === "true" : control.value) : undefined;
  }
  if (sort === "tick") {
    return control.checked || undefined;
  }
  const text = sort === "text" ? control.value.replace(/\r\n?/g, "\n").trim().normalize("NFC") : control.value.trim();
  if (!text) {
    return undefined;
  }
  if (sort === "yes_no") {
    return text === "true";
  }
  if (sort === "number") {
    const plain = text.replace(/[\s\u00a0]/g, "").replace(",", ".");
    return /^-?[0-9]+(\.[0-9]+)?$/.test(plain) ? Number(plain) : text;
  }
  if (isDate(control.dataset)) {
    return sort === "when" && /^[0-9]{4}$/.test(text) ? Number(text) : dateFrom(text, language());
  }
  return text;
}

/* What was chosen before keeps its order; what is new follows. */
function inOrder(chosen, order = "") {
  const before = order.split(" ").filter((one) => chosen.includes(one));
  return [...before, ...chosen.filter((one) => !before.includes(one))];
}

/* What is not filled in is left out. */
export function read(root) {
  const values = {};
  for (const control of owned(root, "[data-path]")) {
    const value = valueOf(control);
    if (value !== undefined) {
      if (!control.dataset.path) {
        return value;
      }
      put(values, control.dataset.path, value);
    }
  }
  for (const choices of owned(root, "[data-choices]")) {
    const chosen = inOrder([...choices.querySelectorAll("input:checked")].map((box) => box.value), choices.dataset.order);
    if (chosen.length) {
      put(values, choices.dataset.choices, chosen);
    }
  }
  for (const list of owned(root, "[data-list]")) {
    const items = [...list.querySelector(".form-items").children].map(read).filter((item) => typeof item === "string" || Object.keys(item).length);
    if (items.length) {
      put(values, list.dataset.list, items);
    }
  }
  return values;
}

export function write(root, values) {
  for (const control of owned(root, "[data-path]")) {
    const value = control.dataset.path ? get(values, control.dataset.path) : values;
    if (control.type === "radio") {
      control.checked = String(value) === control.value;
    } else if (control.dataset.sort === "tick") {
      control.checked = Boolean(value);
    } else {
      const text = value === undefined || value === null || typeof value === "object" ? "" : String(value);
      control.value = isDate(control.dataset) ? dateShown(text, language()) : text;
    }
  }
  for (const choices of owned(root, "[data-choices]")) {
    const chosen = get(values, choices.dataset.choices) ?? [];
    choices.dataset.order = chosen.join(" ");
    for (const box of choices.querySelectorAll("input")) {
      box.checked = chosen.includes(box.value);
    }
  }
  for (const list of owned(root, "[data-list]")) {
    list.querySelector(".form-items").replaceChildren();
    for (const item of get(values, list.dataset.list) ?? []) {
      write(addItem(list), item);
    }
  }
}
