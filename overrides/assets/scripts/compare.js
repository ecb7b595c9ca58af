/* Entries side by side, taken from their own pages. Everything goes into the page as text. */

const NAME = /^(?:(practices|projects)\/)?([a-z0-9]+(?:-[a-z0-9]+)*)$/;
const LEFT_OUT = new Set(["sources", "consent", "related", "used_by"]);
const SILENT = new Set(["SCRIPT", "STYLE", "TEMPLATE"]);

/** Puts the entries named in the page's address side by side, from their own pages. */
export function start(element) {
  new Comparison(element).show();
}

class Comparison {
  constructor(element) {
    this.element = element;
    this.words = JSON.parse(element.querySelector(".compare__words").textContent);
    this.state = element.querySelector(".compare__state");
    this.add = element.querySelector(".compare__add a");
    const asked = new URLSearchParams(location.search).get("entries") ?? "";
    const names = asked.split(",").filter((name) => NAME.test(name));
    this.names = [...new Set(names)].slice(0, Number(element.dataset.most));
  }

  async show() {
    if (this.names.length) {
      this.add.href = `${this.element.dataset.catalogue}?compare=${this.names.join(",")}`;
      this.state.textContent = this.words.loading;
    }
    const entries = await Promise.all(this.names.map((name) => this.entry(name)));
    const found = entries.filter((entry) => entry.rows);
    const failed = entries.filter((entry) => !entry.rows);
    if (found.length) {
      this.element.append(this.table(found));
      this.state.textContent = this.words.shown.replace("{number}", found.length);
    }
    for (const { name } of failed) {
      this.state.append(" ", this.words.failed.replace("{name}", name));
    }
    this.passOn();
  }

  async entry(name) {
    const [, folder = "practices", id] = NAME.exec(name);
    const address = new URL(`${this.element.dataset.root}${folder}/${id}/`, location.href);
    try {
      const answer = await fetch(address);
      if (!answer.ok) {
        return { name };
      }
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      return { name, address, ...read(page.querySelector("article"), address, this.words.same) };
    } catch {
      return { name };
    }
  }

  table(entries) {
    const region = made("div", "table-scroll compare__region");
    region.tabIndex = 0;
    region.setAttribute("role", "region");
    region.setAttribute("aria-label", this.words.table);
    const table = region.appendChild(made("table", "compare__table"));
    const head = table.createTHead().insertRow();
    head.append(headCell("col", this.words.field), ...entries.map((entry) => this.title(entry)));
    const silent = [];
    const shared = [];
    const own = new Map(entries.map((entry) => [entry, []]));
    for (const row of labels(entries)) {
      const telling = entries.filter((entry) => this.tells(entry, row[0]));
      (telling.length === 0 ? silent : telling.length === 1 ? own.get(telling[0]) : shared).push(row);
    }
    this.group(table, entries, "", shared);
    own.forEach((rows, entry) => {
      if (entries.length > 1) {
        this.group(table, entries, this.words.only.replace("{title}", entry.title), rows, entry);
      } else {
        this.group(table, entries, "", rows);
      }
    });
    if (silent.length) {
      const names = silent.map(([, label]) => label).join(", ");
      region.append(made("p", "compare__silent", this.words.left_out.replace("{labels}", names)));
    }
    return region;
  }

  /** Whether an entry's page says anything there. */
  tells(entry, key) {
    const said = entry.rows.get(key)?.content.map((one) => one.textContent.trim()).join("") ?? "";
    return said !== "" && said !== this.words.unknown;
  }

  /** Rows under a title; what only one entry says has the room of all. */
  group(table, entries, title, rows, only) {
    if (!rows.length) {
      return;
    }
    const body = table.createTBody();
    if (title) {
      const head = headCell("rowgroup", "");
      head.colSpan = entries.length + 1;
      head.className = "compare__group";
      head.replaceChildren(made("div", "compare__own", title));
      body.insertRow().append(head);
    }
    for (const [key, label] of rows) {
      const row = body.insertRow();
      row.append(headCell("row", label));
      for (const entry of only ? [only] : entries) {
        const cell = row.insertCell();
        cell.colSpan = only ? entries.length : 1;
        const said = cell.appendChild(made("div", only ? "compare__own" : ""));
        said.append(...(entry.rows.get(key)?.content ?? [made("p", "unknown", this.words.empty)]));
      }
    }
  }

  title(entry) {
    const cell = headCell("col", "");
    const link = made("a", "", entry.title);
    link.href = entry.address;
    cell.append(link);
    const rest = this.names.filter((name) => name !== entry.name);
    const away = made("a", "compare__remove", this.words.remove);
    away.href = rest.length ? `?entries=${rest.join(",")}` : location.pathname;
    away.setAttribute("aria-label", this.words.remove_entry.replace("{title}", entry.title));
    cell.append(away);
    return cell;
  }

  passOn() {
    for (const link of document.querySelectorAll("a[hreflang]")) {
      const there = new URL(link.href);
      there.search = location.search;
      link.href = there;
    }
  }
}

/**
 * Label and content of every fact and section of an entry's page, as text and plain links. What
 * kinds of entries call differently has one key, made of the label in `same`.
 */
function read(article, address, same) {
  const rows = new Map();
  const facts = article.querySelector("dl.facts");
  for (const term of facts?.querySelectorAll(":scope > dt") ?? []) {
    const label = term.textContent.trim();
    const common = same[label] ?? label;
    rows.set(`fact ${common}`, {
      label,
      common,
      content: blocks(term.nextElementSibling, address),
    });
  }
  for (const heading of article.querySelectorAll("h2[id]")) {
    if (!LEFT_OUT.has(heading.id)) {
      rows.set(heading.id, { label: heading.textContent.trim(), content: section(heading, address) });
    }
  }
  return { title: article.querySelector("h1").textContent.trim(), rows };
}

function section(heading, address) {
  const content = [];
  let element = heading.nextElementSibling;
  while (element && element.tagName !== "H2" && !element.matches(".cite, .page-foot")) {
    content.push(...blocks(element, address));
    element = element.nextElementSibling;
  }
  return content;
}

/** An element as paragraphs and lists. */
function blocks(element, address) {
  const { tagName } = element;
  if (SILENT.has(tagName)) {
    return [];
  }
  if (tagName === "UL" || tagName === "OL") {
    const list = made(tagName.toLowerCase());
    for (const item of element.children) {
      list.appendChild(made("li")).append(...blocks(item, address));
    }
    return [list];
  }
  if (tagName === "DL") {
    const list = made("ul");
    for (const term of element.querySelectorAll("dt")) {
      const item = list.appendChild(made("li"));
      const said = blocks(term.nextElementSibling, address);
      const inLine = said.length === 1 && said[0].tagName === "P" ? [...said[0].childNodes] : said;
      item.append(`${term.textContent.trim()}: `, ...inLine);
    }
    return [list];
  }
  if (element.querySelector(":scope > :is(p, ul, ol, dl, div)")) {
    return [...element.children].flatMap((child) => blocks(child, address));
  }
  return [paragraph(element, address)];
}

/** The words of an element; of its elements only links within the site are kept. */
function paragraph(element, address) {
  const copy = made("p");
  if (element.lang || element.querySelector("[lang]")) {
    copy.lang = element.lang || element.querySelector("[lang]").lang;
  }
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent.replace(/[ \n\t]+/g, " ");
    const href = walker.currentNode.parentElement.closest("a")?.getAttribute("href");
    const there = href ? new URL(href, address) : null;
    if (there?.origin === location.origin) {
      const link = made("a", "", text);
      link.href = there;
      copy.append(link);
    } else {
      copy.append(text);
    }
  }
  return copy;
}

/**
 * Every label once: those of the first entry in its order, then what only others have. A fact that
 * these entries call differently has the label common to their kinds.
 */
function labels(entries) {
  const found = new Map();
  for (const { rows } of entries) {
    for (const [key, { label, common }] of rows) {
      const before = found.get(key) ?? label;
      found.set(key, before === label ? label : common ?? before);
    }
  }
  const facts = [...found].filter(([key]) => key.startsWith("fact "));
  return [...facts, ...[...found].filter(([key]) => !key.startsWith("fact "))];
}

function headCell(scope, text) {
  const cell = made("th", "", text);
  cell.scope = scope;
  return cell;
}

function made(tag, className = "", text = "") {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}
