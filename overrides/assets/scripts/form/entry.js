/* Answers -> the entry as it will stand in its file, with the new files that it refers to. */

import { yamlText } from "./yaml.js";

const LONGEST_ID = 60;
const ROOM_FOR_A_NUMBER = 56;
/* The nearest permitted name of a file: its address, without accents. */
export function plainName(text) {
  const letters = text.replace(/\u0142/g, "l").replace(/\u0141/g, "L").normalize("NFKD");
  const plain = letters.replace(/[^\u0000-\u007f]/g, "").toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, LONGEST_ID).replace(/-+$/, "");
}

/* A name made from a text that nobody has yet; ``otherwise``: where the text has no letters. */
export function freeId(text, taken, otherwise = "x") {
  const wanted = (plainName(text) || otherwise).slice(0, ROOM_FOR_A_NUMBER).replace(/-+$/, "");
  let [tried, number] = [wanted, 2];
  while (taken.includes(tried)) {
    tried = `${wanted}-${number}`;
    number += 1;
  }
  return tried;
}

/* The device's own day: the site may have been built long ago. */
export function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

const first = (text, languages) => languages.map((one) => text?.[one]).find(Boolean) ?? "";

/* Without the wordings of languages that the writer has unticked; what is empty then is left out. */
function spoken(value, unspoken) {
  if (Array.isArray(value)) {
    const items = value.map((item) => spoken(item, unspoken)).filter((item) => item !== undefined);
    return items.length ? items : undefined;
  }
  if (value === null || typeof value !== "object") {
    return value;
  }
  const kept = Object.entries(value)
    .filter(([name]) => !unspoken.includes(name))
    .map(([name, inner]) => [name, spoken(inner, unspoken)])
    .filter(([, inner]) => inner !== undefined);
  return kept.length ? Object.fromEntries(kept) : undefined;
}

/* So that what is missing is told where it has to be filled in. */
const EMPTY = { fields: {}, list: [] };

/* In the order of the model; what nobody knows is null where the file has to say so. */
function ordered(values, node, before) {
  const fields = {};
  for (const field of node.fields) {
    const value = values?.[field.name];
    const was = before?.[field.name];
    if (value === undefined) {
      if (field.required && field.nullable) {
        fields[field.name] = null;
      } else if (field.required && field.sort in EMPTY) {
        fields[field.name] = EMPTY[field.sort];
      } else if (was === null || (Array.isArray(was) && !was.length)) {
        fields[field.name] = was;
      }
    } else if (field.sort === "fields") {
      fields[field.name] = ordered(value, field, was);
    } else if (field.sort === "list" && field.item.sort === "fields") {
      fields[field.name] = value.map((item, at) => ordered(item, field.item, was?.[at]));
    } else {
      fields[field.name] = value;
    }
  }
  return fields;
}

export function entryOf(answers, { facts, known, edited, languages }) {
  // An entry that stands already loses no translation by a tick.
  const unspoken = edited ? [] : facts.languages.filter((one) => !languages.includes(one));
  const values = spoken(answers, unspoken) ?? {};
  const ids = Object.fromEntries(Object.entries({ source: [], organisation: [], ...known.ids }).map(([kind, taken]) => [kind, [...taken]]));
  const before = edited?.entry;
  const language = before?.source_language ?? (languages.includes(facts.language) || !languages.length ? facts.language : languages[0]);
  const title = first(values.title, [language, ...facts.languages]);
  const base = { source_language: language, status: "stub", updated: today() };
  const files = [];
  const whole = { ...values };
  const { title: named = "", url, own } = values["+source"] ?? {};
  const sources = [...(values.sources ?? [])];
  let source;
  if (named || url || own) {
    const wording = named || url || facts.words["new.own_record"].replace("{title}", title);
    source = freeId(wording, ids.source);
    ids.source.push(source);
    sources.push(source);
    files.push({ kind: "source", folder: "sources", id: source, fields: { ...base, original_title: wording, type: url ? "webpage" : "document", language, web_address: url ?? null, read: named || url ? "citation" : "whole" } });
  }
  if (sources.length) {
    whole.sources = sources;
  }
  const organisation = values["+organisation"]?.title;
  if (organisation) {
    const id = freeId(organisation, ids.organisation);
    ids.organisation.push(id);
    whole.organisations = [...(values.organisations ?? []), id];
    files.push({ kind: "organisation", folder: "organisations", id, fields: { ...base, title: { [language]: organisation }, sources: sources.slice(-1), country: values.country } });
    if (values.consent?.held_by === "+new") {
      whole.consent = { ...values.consent, held_by: id };
    }
  }
  if (whole.consent?.held_by === "+new") {
    whole.consent = { ...whole.consent };
    delete whole.consent.held_by;
  }
  const constant = before ? { ...before, updated: today() } : base;
  const taken = Object.fromEntries(facts.fields.fields.filter(({ name }) => !(name in facts.labels) && name in constant).map(({ name }) => [name, constant[name]]));
  const entry = ordered({ ...taken, ...whole }, facts.fields, before);
  const id = edited?.id ?? values["+id"] ?? "";
  return { id, entry, files, ids, values };
}

export const fileOf = (file) => ({
  ...file,
  path: `data/${file.folder}/${file.id}.yml`,
  text: yamlText(file.fields, `yaml-language-server: $schema=../schema/${file.kind}.schema.json`),
});

export const sentFiles = ({ id, entry, files }) =>
  [{ kind: "practice", folder: "practices", id, fields: entry }, ...files].map(fileOf);
