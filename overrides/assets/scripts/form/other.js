/* What the check says of files and texts as a whole: names, links, personal data, consent and ticks. */

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const ADDRESS = /^https?:\/\/[^\s<>"'\\@]+$/;
const LINK = /(!?)\[[^\]\n]*\]\(\s*<?([^)\s>]*)/g;
const SHOWN = 60;

export function otherProblems({ entry, values, known, find, edited }) {
  const id = values["+id"];
  const problems = edited || !id ? [] : [...ofId(id, known.reserved)];
  const url = values["+source"]?.url;
  if (url && !ADDRESS.test(url)) {
    problems.push({ code: "web_address", path: ["+source"], values: {} });
  }
  if (values.consent?.held_by === "+new" && !values["+organisation"]?.title) {
    problems.push({ code: "holder_not_written", path: ["consent", "held_by"], values: {} });
  }
  if (values.consent?.anonymised === false) {
    problems.push({ code: "not_anonymised", path: ["consent", "anonymised"], values: {}, severity: "question" });
  }
  if (values.consent?.basis === "published_source" && values["+source"]?.own) {
    problems.push({ code: "not_published", path: ["consent", "basis"], values: {} });
  }
  if (!values["+read"]) {
    problems.push({ code: "not_read", path: ["+read"], values: {} });
  }
  const all = { ...entry, "+source": values["+source"] ?? {}, "+organisation": values["+organisation"] ?? {} };
  for (const [path, text] of textsIn(all, [])) {
    problems.push(...ofText(text, path, find));
  }
  return problems;
}

function* ofId(id, reserved) {
  if (reserved.includes(id)) {
    yield { code: "reserved_name", path: ["+id"], values: { name: id } };
  } else if (!ID.test(id) || id.length > 60) {
    yield { code: "bad_file_name", path: ["+id"], values: { name: id, maximum: "60" } };
  }
}

function* textsIn(value, path) {
  if (typeof value === "string") {
    yield [path, value];
  } else if (value !== null && typeof value === "object") {
    for (const [name, inner] of Object.entries(value)) {
      yield* textsIn(inner, [...path, Array.isArray(value) ? Number(name) : name]);
    }
  }
}

export function* ofText(text, path, find) {
  for (const [, picture, target] of text.matchAll(LINK)) {
    if (picture || !/^(?:https:\/\/[^/?#@\\\s]+|entry:)/i.test(target)) {
      yield { code: picture ? "picture_in_text" : "link_not_shown", path, values: { value: target } };
    }
  }
  for (const { rule, start, end } of find?.(text) ?? []) {
    const value = text.slice(start, end).replace(/\s+/g, " ");
    const shown = value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value; // in whole: it stays with the writer
    yield { code: `personal_${rule.name}`, path, values: { value: shown }, severity: rule.severity };
  }
}
