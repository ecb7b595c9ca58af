/* The form by which a practice is sent in, changed or translated; its HTML is made at build. */

// The short report takes these from here: a file of their own would be one more for both pages.
export { ofText } from "./form/other.js";
export { loadedRules } from "./form/rules.js";
export { copies, filled } from "./form/ways.js";
import { draft } from "./form/draft.js";
import { read, write } from "./form/values.js";
import { movable, numbered } from "./form/lists.js";
import { judge } from "./form/judge.js";
import { entryOf, plainName, sentFiles } from "./form/entry.js";
import { messages } from "./form/messages.js";
import { loadedRules } from "./form/rules.js";
import { preview } from "./form/preview.js";
import { otherProblems } from "./form/other.js";
import { ways } from "./form/ways.js";

const PAUSE = 400;

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
  const edited = await original(facts);
  const kept = draft(`handbook.practice.${edited?.id ?? "new"}`);
  const say = messages(form, facts);
  movable(form);

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
    return [
      ...judge(entry, facts.fields, { ...known, ids }, validate),
      ...otherProblems({ entry, values, known, find, edited }),
    ];
  };

  if (edited) {
    const shown = root.querySelector(".form-editing");
    shown.hidden = false;
    shown.querySelector("strong").textContent = edited.id;
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
    openAnswered(form);
    for (const box of form.elements.language) {
      box.checked = found.languages.includes(box.value);
    }
    root.querySelector(".form-draft").hidden = false;
  }
  showLanguages();
  numbered(form);
  const ready = root.querySelector(".form-ways");

  let [waiting, asked] = [0, 0];
  const touched = new Set();
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
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      say.kept(kept.write({ answers: answers(), languages: languages() }));
      const now = ++asked;
      const found = await problems();
      if (now === asked && say.listed) {
        say.all(found, { quiet: true });
      } else if (now === asked) {
        say.beside(found, touched);
      }
    }, PAUSE);
  });
  root.querySelector("[data-forget]").addEventListener("click", ({ target }) => {
    if (!window.confirm(target.dataset.asks)) {
      return;
    }
    clearTimeout(waiting);
    kept.forget();
    location.reload();
  });
  root.querySelector("[data-preview]").addEventListener("click", async () => {
    preview(root, (await made()).entry, form, facts);
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    kept.write({ answers: answers(), languages: languages() });
    asked += 1;
    const finished = await made();
    const taken = !edited && (await exists(facts, finished.id));
    const name = { code: "id_taken", path: ["+id"], values: { value: finished.id } };
    const stands = say.all([...(await problems()), ...(taken ? [name] : [])]);
    ready.hidden = stands;
    if (!stands) {
      ways(ready, root.querySelector(".form-file"), sentFiles(finished, facts), facts, edited);
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

/* What stands in the handbook under ?practice=id, to be corrected or translated. */
async function original({ root }) {
  const id = new URLSearchParams(location.search).get("practice");
  if (!id || !/^[a-z0-9-]+$/.test(id)) {
    return null;
  }
  const answer = await fetch(`${root}practices/${id}/entry.json`);
  return answer.ok ? { id, entry: await answer.json() } : null;
}

async function exists({ root }, id) {
  try {
    return (await (await fetch(`${root}practices/ids.json`)).json()).includes(id);
  } catch {
    return false;
  }
}

function proposeId(form, edited) {
  const field = form.querySelector("[data-path='+id']");
  const titles = [...form.querySelectorAll("[data-path^='title.']")].map((one) => one.value.trim());
  if (!edited && (!field.value || field.value === field.dataset.proposed)) {
    field.value = plainName(titles.find(Boolean) ?? "");
    field.dataset.proposed = field.value;
  }
}
