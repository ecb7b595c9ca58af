/* The entry as its page will show it, from what stands in the form; only ever as text. */

import { dateShown } from "./dates.js";
import { titleOf } from "./original.js";

const at = (entry, path) => path.split(".").reduce((value, part) => value?.[part], entry);
const isEmpty = (value) => value === undefined || value === null || value === false || (Array.isArray(value) && !value.length);

export function preview(root, { entry, files }, form, { language, languages, words, counted }) {
  const isNew = new Map(files.map(({ id, fields }) => [id, titleOf(fields, { language, languages })]));
  const place = root.querySelector(".form-preview");
  const page = root.querySelector(".form-shown").content.cloneNode(true);
  const unknown = () => element("span", "unknown", words["value.unknown"]);
  const wording = (text) => [language, ...languages].map((one) => [text?.[one], one]).find(([said]) => said);
  const label = (path, value) => {
    const option = form.querySelector(`[data-path="${path}"] option[value="${CSS.escape(value)}"], [data-of="${path}"] option[value="${CSS.escape(value)}"]`);
    const box = form.querySelector(`[data-path="${path}"][value="${CSS.escape(value)}"], [data-choices="${path}"] [value="${CSS.escape(value)}"]`);
    const inTemplate = form.querySelector(`[data-list="${path}"] template`)?.content.querySelector(`option[value="${CSS.escape(value)}"]`);
    return isNew.get(value) ?? (option ?? inTemplate)?.textContent ?? box?.parentElement.textContent.trim() ?? value;
  };
  const line = (text) => {
    const [said, written] = wording(text) ?? [];
    const shown = said ? element("span", written === language ? "" : "original", said) : unknown();
    shown.lang = written ?? language;
    return shown;
  };
  leaveOut(page, entry);
  for (const one of page.querySelectorAll("[data-text]")) {
    one.append(line(at(entry, one.dataset.text)));
  }
  for (const one of page.querySelectorAll("[data-fact]")) {
    one.append(fact(one.dataset.fact, entry, { label, line, unknown, language, counted }));
  }
  for (const one of page.querySelectorAll("[data-prose]")) {
    const [said, written] = wording(at(entry, one.dataset.prose)) ?? [];
    one.lang = written ?? language;
    one.append(...(said ? blocks(said) : [paragraph(unknown())]));
  }
  for (const one of page.querySelectorAll("[data-items]")) {
    const items = at(entry, one.dataset.items) ?? [];
    one.append(...items.map((item) => shownItem(item, one.dataset.items, { label, line, language })));
    if (!items.length) {
      one.replaceWith(paragraph(unknown()));
    }
  }
  if (entry.status !== "stub") {
    page.querySelector(".translation-note").remove();
  }
  place.replaceChildren(page);
  place.hidden = false;
  place.focus();
}

/* What the page does not show when the source says nothing of it. */
function leaveOut(page, entry) {
  for (const one of page.querySelectorAll("[data-if]")) {
    if (one.dataset.if.split(" ").every((path) => isEmpty(at(entry, path)))) {
      one.remove();
    }
  }
  for (const one of page.querySelectorAll("[data-unless]")) {
    if (!isEmpty(at(entry, one.dataset.unless))) {
      one.remove();
    }
  }
}

function element(name, className, text) {
  const made = document.createElement(name);
  if (className) {
    made.className = className;
  }
  made.textContent = text;
  return made;
}

function paragraph(...content) {
  const made = document.createElement("p");
  made.append(...content);
  return made;
}

function fact(name, entry, { label, line, unknown, language, counted }) {
  const value = at(entry, name);
  if (name === "setting") {
    const size = Object.entries(entry.units ?? {}).filter(([, number]) => !isEmpty(number));
    const said = size.map(([unit, number]) => count(number, counted[unit], language));
    return element("span", "", [...(value ? [label(name, value)] : []), ...said].join(", "));
  }
  if (isEmpty(value)) {
    return unknown();
  }
  if (name === "place") {
    const shown = element("span", "", "");
    shown.append(line(value.label), " ", element("span", "precision", value.precision ? `(${label("place.precision", value.precision)})` : ""));
    return shown;
  }
  if (name === "period") {
    return element("span", "", [value.start, value.ongoing ? "…" : value.end].filter(Boolean).map((one) => dateShown(one, language)).join(" – "));
  }
  if (name === "resources.amount") {
    return element("span", "", money(value, entry.resources.currency, language));
  }
  return element("span", "", [value].flat().map((one) => label(name, one)).join(", "));
}

/* A number with its noun in the right form; what is not a number stays as it was typed. */
function count(number, forms, language) {
  const form = forms[typeof number === "number" ? new Intl.PluralRules(language).select(number) : "other"] ?? forms.other;
  return form.replace("{number}", numberShown(number, language));
}

const numberShown = (value, language) => (typeof value === "number" ? new Intl.NumberFormat(language).format(value) : String(value));

function money(value, currency, language) {
  if (typeof value !== "number" || !/^[A-Z]{3}$/.test(currency ?? "")) {
    return [value, currency].filter(Boolean).join(" ");
  }
  const decimals = Number.isInteger(value) ? 0 : 2;
  return new Intl.NumberFormat(language, { style: "currency", currency, minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(value);
}

function shownItem(item, list, { label, line, language }) {
  const made = document.createElement("li");
  if (typeof item === "string") {
    made.textContent = label(list, item);
  } else if (list === "steps") {
    if (item.title) {
      const title = paragraph(line(item.title));
      title.className = "steps__title";
      made.append(title);
    }
    const said = line(item.text);
    const text = element("div", "", "");
    text.lang = said.lang;
    text.append(...(item.text ? blocks(said.textContent) : [paragraph(said)]));
    made.append(text);
  } else {
    made.append(line(item.who ?? item), isEmpty(item.count) ? "" : ` (${numberShown(item.count, language)})`);
    for (const points of ["role", "organisation"].filter((one) => item[one])) {
      made.append(" → ", label(points, item[points]));
    }
  }
  return made;
}

const MARKED = /\[([^\]\n]+)\]\([^)\s]*\)|\*\*([^*\n]+)\*\*|\*([^*\n]+)\*/g;

/* Links, bold and emphasis; where links lead is seen on the page only. */
function inline(text) {
  const parts = [];
  let place = 0;
  for (const match of text.matchAll(MARKED)) {
    const [, link, bold, emphasis] = match;
    parts.push(text.slice(place, match.index), element(bold ? "strong" : emphasis ? "em" : "u", "", link ?? bold ?? emphasis));
    place = match.index + match[0].length;
  }
  return [...parts, text.slice(place)];
}

/* Paragraphs and lists; other marks stay as they were typed. */
function blocks(text) {
  return text.split(/\n\s*\n/).map((block) => {
    const lines = block.split("\n");
    if (!lines.every((one) => /^\s*[-*]\s/.test(one))) {
      return paragraph(...inline(block));
    }
    const list = document.createElement("ul");
    list.append(
      ...lines.map((one) => {
        const item = document.createElement("li");
        item.append(...inline(one.replace(/^\s*[-*]\s+/, "")));
        return item;
      }),
    );
    return list;
  });
}
