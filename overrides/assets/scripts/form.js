/* The form by which a practice is sent in, changed or translated; its HTML is made at build. */

import { draft, keeping } from "./form/draft.js";
import { read, write } from "./form/values.js";
import { movable, numbered } from "./form/lists.js";
import { judge } from "./form/judge.js";
import { entryOf, fileOf, freeId, plainName, sentFiles, today } from "./form/entry.js";
import { messages } from "./form/messages.js";
import { namesTaken, original, titleOf } from "./form/original.js";
import { loadedRules } from "./form/rules.js";
import { preview } from "./form/preview.js";
import { ofText, otherProblems } from "./form/other.js";
import { copies, filled, ways } from "./form/ways.js";

// The other forms take these from here: a file of their own would be one more for each page.
export { copies, draft, fileOf, filled, judge, keeping, loadedRules, messages, ofText, original, titleOf, today, ways };

/* What the form judges by is loaded when somebody begins to write. */
function judges(facts) {
  let loading;
  const schema = () => import("practice-schema").then((module) => module.default).catch(() => null);
  return () => (loading ??= Promise.all([loadedRules(facts), schema()]));
}

export async function start(root) {
  const facts = JSON.parse(document.getElementById(root.dataset.formFacts).textContent);
  const form = root.querySelector("form");
  const load = judges(facts);
  const wanted = new URLSearchParams(location.search).get("practice");
  const edited = wanted ? await original(facts, "practices", wanted) : null;
  const kept = draft(`handbook.practice.${edited?.id ?? "new"}`);
  const say = messages(form, facts);
  movable(form, facts.words);
  holders(form);

  const answers = () => read(form);
  const languages = () => [...form.elements.language].filter((box) => box.checked).map((box) => box.value);
  const showLanguages = () => {
    for (const wording of form.querySelectorAll("[data-language]")) {
      wording.hidden = !languages().includes(wording.dataset.language);
    }
  };
  const made = async () => {
    const [{ known }] = await load();
    return entryOf(answers(), { facts, known, edited, languages: languages() });
  };
  const problems = async () => {
    const [{ known, find }, validate] = await load();
    root.querySelector(".form-unjudged").hidden = Boolean(validate && find);
    const { entry, ids, values } = await made();
    const others = otherProblems({ entry, values, known, find, edited });
    const told = others.some(({ code }) => code === "holder_not_written");
    const judged = judge(entry, facts.fields, { ...known, ids }, validate);
    return [...judged.filter(({ code }) => !told || code !== "CONSENT_HOLDER"), ...others];
  };

  if (wanted && !edited) {
    const shown = root.querySelector(".form-unknown");
    shown.hidden = false;
    shown.querySelector("strong").textContent = wanted;
  }
  if (edited) {
    const shown = root.querySelector(".form-editing:not(.form-unknown)");
    shown.hidden = false;
    shown.querySelector("strong").textContent = titleOf(edited.entry, facts);
    for (const box of form.elements.language) {
      box.checked = true;
    }
    form.querySelector("[data-of='+id']").hidden = true;
    write(form, edited.entry);
    for (const group of form.querySelectorAll(".form-more")) {
      group.open = true;
    }
  }
  const found = kept.read();
  if (found) {
    write(form, found.answers);
    proposeId(form, edited, found.answers["+id"]);
    openAnswered(form);
    for (const box of form.elements.language) {
      box.checked = found.languages.includes(box.value);
    }
    root.querySelector(".form-draft").hidden = false;
  }
  showLanguages();
  numbered(form);
  const ready = root.querySelector(".form-ways");

  let asked = 0;
  const touched = new Set();
  const keep = () => kept.write({ answers: answers(), languages: languages() });
  const writing = keeping(keep, async (done) => {
    say.kept(done);
    const now = ++asked;
    const found = await problems();
    if (now === asked && say.listed) {
      say.all(found, { quiet: true });
    } else if (now === asked) {
      say.beside(found, touched);
    }
  });
  form.addEventListener("input", ({ target }) => {
    ready.hidden = true; // it was made from what stood here before
    const place = say.placeOf(target);
    if (place) {
      touched.add(place);
    }
    if (target.name === "language") {
      target.checked ||= !languages().length;
      showLanguages();
    }
    if (target.dataset.path?.startsWith("title.")) {
      proposeId(form, edited);
    }
    writing.again();
  });
  root.querySelector("[data-forget]").addEventListener("click", ({ target }) => {
    if (!window.confirm(target.dataset.asks)) {
      return;
    }
    writing.stop();
    kept.forget();
    location.reload();
  });
  root.querySelector("[data-preview]").addEventListener("click", async () => {
    preview(root, await made(), form, facts);
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    writing.stop();
    keep();
    asked += 1;
    const names = edited ? [] : await namesTaken(facts);
    if (!edited) {
      await freeName(form, names, load);
    }
    const finished = await made();
    const taken = names.includes(finished.id);
    const name = { code: "id_taken", path: ["+id"], values: { value: finished.id } };
    const stands = say.all([...(await problems()), ...(taken ? [name] : [])]);
    ready.hidden = stands;
    if (!stands) {
      ways(ready, root.querySelector(".form-file"), sentFiles(finished), facts, edited);
      ready.focus();
    }
  });
}

/* Groups that are folded, but for those in which something stands. */
function openAnswered(form) {
  for (const group of form.querySelectorAll(".form-more")) {
    const controls = [...group.querySelectorAll("input, textarea, select")];
    group.open = controls.some((one) => (one.matches("[type=radio], [type=checkbox]") ? one.checked : one.value));
  }
}

/* Every organisation that can have led a practice can keep the consent. */
function holders(form) {
  const led = form.querySelector("[data-list='organisations'] template").content;
  const options = [...led.querySelectorAll("option")].filter((one) => one.value);
  form.querySelector("[data-path='consent.held_by']").append(...options.map((one) => one.cloneNode(true)));
}

const titleIn = (form) =>
  [...form.querySelectorAll(":scope > [data-of='title'] [data-path]")].map((one) => one.value.trim()).find(Boolean) ?? "";

/* The address follows the title until somebody writes another one. */
function proposeId(form, edited, kept) {
  const field = form.querySelector("[data-path='+id']");
  const name = plainName(titleIn(form));
  if (!edited && (!field.value || field.value === (kept ? name : field.dataset.proposed))) {
    field.value = name;
    field.dataset.proposed = name;
  }
}

/* Nobody is asked about a name that was only proposed: where it is taken, the next one will do. */
async function freeName(form, names, load) {
  const [field, title] = [form.querySelector("[data-path='+id']"), titleIn(form)];
  if (field.value === (field.dataset.proposed ?? "")) {
    const [{ known }] = await load();
    field.value = title && freeId(title, [...names, ...known.reserved], "practice");
    field.dataset.proposed = field.value;
  }
}
