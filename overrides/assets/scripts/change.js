/* The form in which the texts of an entry are corrected or translated, side by side in all languages. */

const isFields = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
const isNumber = (part) => /^[0-9]+$/.test(part);

/* Every text of an entry, and where one could stand: [path in the entry, characters that fit]. */
function* textsIn(value, limits, path = [], names = "") {
  if (names in limits && (value === null || isFields(value))) {
    yield [path, limits[names]];
  } else if (Array.isArray(value)) {
    for (const [at, item] of value.entries()) {
      yield* textsIn(item, limits, [...path, at], names);
    }
  } else if (isFields(value)) {
    for (const [name, inner] of Object.entries(value)) {
      // A number instead of a name: what stands in a field of a sheet.
      yield* textsIn(inner, limits, [...path, name], isNumber(name) ? names : [names, name].filter(Boolean).join("."));
    }
  }
}

const at = (value, path) => path.reduce((inner, part) => inner?.[part], value);

function called(path, { labels, words }) {
  const parts = [];
  for (const part of path) {
    if (isNumber(part)) {
      parts.push(`${parts.pop() ?? ""}, ${words.item.replace("{number}", Number(part) + 1)}`);
    } else {
      parts.push(labels[part] ?? part);
    }
  }
  return parts.join(" – ");
}

/* One question for each text, with a wording in each language. */
function asked(root, entry, limits, facts) {
  const place = root.querySelector(".form-texts");
  return [...textsIn(entry, limits)].map(([path, longest], number) => {
    const made = root.querySelector(".form-text").content.firstElementChild.cloneNode(true);
    const label = made.querySelector(".form-label");
    made.dataset.of = path.join(".");
    label.id = `text-${number}`;
    label.textContent = called(path, facts);
    const controls = [...made.querySelectorAll("textarea")];
    const stands = Object.values(at(entry, path) ?? {}).some(Boolean);
    for (const control of controls) {
      const was = at(entry, path)?.[control.lang] ?? "";
      control.dataset.path = [...path, control.lang].join(".");
      control.previousElementSibling.id = `text-${number}-${control.lang}`;
      control.setAttribute("aria-labelledby", `text-${number} text-${number}-${control.lang}`);
      control.value = was;
      control.previousElementSibling.querySelector(".form-missing").hidden = Boolean(was) || !stands;
    }
    place.append(made);
    return { path, of: path.join("."), longest, controls, was: at(entry, path) ?? {} };
  });
}

const written = (control) => control.value.replace(/\r\n?/g, "\n").trim().normalize("NFC");
const changed = ({ controls, was }) => controls.filter((control) => written(control) !== (was[control.lang] ?? "").trim());

function* wrong(text, { judge, ofText }, { known, find }, folder) {
  const said = text.controls.map(written);
  if (Object.values(text.was).some(Boolean) && !said.some(Boolean)) {
    yield { code: "NO_LANGUAGE", path: [text.of], values: {} };
  }
  const silent = ({ except_in: folders }) => folders?.includes(folder);
  for (const control of changed(text)) {
    const [path, wording] = [[text.of, control.lang], written(control)];
    const length = [...wording].length;
    if (length > text.longest) {
      yield { code: "TEXT_TOO_LONG", path, values: { length, maximum: text.longest } };
    }
    for (const { code, values } of judge({ wording }, { sort: "fields", fields: [] }, known, null)) {
      yield { code, path, values };
    }
    yield* ofText(wording, path, find && ((one) => find(one).filter(({ rule }) => !silent(rule))));
  }
}

/* The entry with its new wordings, each where it stood. */
function changedEntry(entry, texts, languages, today) {
  const made = structuredClone(entry);
  for (const text of texts.filter((one) => changed(one).length)) {
    const wordings = Object.fromEntries(text.controls.map((control) => [control.lang, written(control)]));
    const whole = { ...text.was, ...wordings };
    const kept = languages.filter((one) => whole[one]).map((one) => [one, whole[one]]);
    at(made, text.path.slice(0, -1))[text.path.at(-1)] = kept.length ? Object.fromEntries(kept) : null;
  }
  return { ...made, updated: today() };
}

export async function start(root) {
  const facts = JSON.parse(document.getElementById(root.dataset.formFacts).textContent);
  const parts = await import("./form.js");
  const asks = new URLSearchParams(location.search).get("entry") ?? "";
  const [folder, id] = asks.split("/");
  const sort = Object.hasOwn(facts.kinds, folder) ? facts.kinds[folder] : null;
  const edited = sort && (await parts.original(facts, folder, id ?? ""));
  if (!edited) {
    root.querySelector(".form-unknown strong").textContent = asks;
    root.querySelector(".form-unknown").hidden = false;
    return;
  }
  const form = root.querySelector("form");
  const shown = root.querySelector(".form-editing:not(.form-unknown)");
  shown.querySelector("strong").textContent = parts.titleOf(edited.entry, facts);
  const place = facts.languages[0] === facts.language ? "" : `/${facts.language}`;
  root.querySelector(".form-otherwise").href += `?page=${place}/${folder}/${id}/`;
  const texts = asked(root, edited.entry, sort.texts, facts);
  const kept = parts.draft(`handbook.change.${folder}/${id}/${edited.entry.updated}`);
  const found = kept.read();
  const controls = texts.flatMap((text) => text.controls);
  for (const control of found ? controls : []) {
    control.value = found[control.dataset.path] ?? control.value;
  }
  root.querySelector(".form-draft").hidden = !found;
  [shown.hidden, form.hidden] = [false, false];
  const say = parts.messages(form, { words: facts.words, labels: {} });
  const ready = root.querySelector(".form-ways");
  let rules = null;
  const problems = async () => {
    rules ??= parts.loadedRules(facts);
    const known = await rules;
    return texts.flatMap((text) => [...wrong(text, parts, known, sort.folder)]);
  };
  const keep = () => kept.write(Object.fromEntries(controls.map((one) => [one.dataset.path, one.value])));
  const touched = new Set();
  const writing = parts.keeping(keep, async (done) => {
    say.kept(done);
    const told = await problems();
    if (say.listed) {
      say.all(told, { quiet: true });
    } else {
      say.beside(told, touched);
    }
  });
  form.addEventListener("input", ({ target }) => {
    ready.hidden = true; // it was made from what stood here before
    touched.add(say.placeOf(target));
    writing.again();
  });
  root.querySelector("[data-forget]").addEventListener("click", ({ target }) => {
    if (window.confirm(target.dataset.asks)) {
      writing.stop();
      kept.forget();
      location.reload();
    }
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    writing.stop();
    const isChanged = texts.some((text) => changed(text).length);
    if (isChanged) {
      keep();
    }
    const stands = say.all(await problems());
    ready.hidden = true;
    if (!isChanged) {
      say.only(facts.words.nothing_changed);
    } else if (!stands) {
      const entry = changedEntry(edited.entry, texts, facts.languages, parts.today);
      const file = parts.fileOf({ kind: sort.kind, folder: sort.folder, id, fields: entry });
      parts.ways(ready, root.querySelector(".form-file"), [file], facts, edited);
      ready.hidden = false;
      ready.focus();
    }
  });
}
