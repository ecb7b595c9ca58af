/* What is wrong with an entry, by the codes of `make check`: Ajv judges its shape, this the rest. */

import { dateProblem, isBefore } from "./dates.js";

const KEYWORDS = {
  required: "MISSING_FIELD",
  additionalProperties: "UNKNOWN_FIELD",
  enum: "UNKNOWN_CHOICE",
  pattern: "WRONG_FORM",
  maxLength: "TEXT_TOO_LONG",
  minLength: "EMPTY_TEXT",
  minItems: "LIST_TOO_SHORT",
  maxItems: "LIST_TOO_LONG",
  minimum: "NUMBER_TOO_SMALL",
  maximum: "NUMBER_TOO_LARGE",
};
const TYPES = {
  string: "NOT_TEXT",
  boolean: "NOT_TRUE_FALSE",
  integer: "NOT_WHOLE_NUMBER",
  number: "NOT_NUMBER",
  array: "NOT_A_LIST",
  object: "NOT_FIELDS",
};
const isFields = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
const isText = (value) => typeof value === "string";

/* known: languages, vocabulary (name -> values), ids (kind -> ids), characters (code -> class). */
export function judge(data, node, known, validate) {
  const whole = trimmed(data, node);
  const problems = [...(validate && !validate(whole) ? validate.errors.map((one) => told(one, whole, node)) : [])];
  const found = problems.filter(Boolean);
  found.push(...look(whole, node, [], known, found), ...characters(whole, [], known.characters));
  const seen = new Set();
  return found.filter(({ code, path }) => {
    const key = JSON.stringify([code, path]);
    return !seen.has(key) && seen.add(key);
  });
}

/* Spaces around a wording do not count; elsewhere they do. */
export function trimmed(value, node) {
  if (isText(value) || !node) {
    return value;
  }
  if (Array.isArray(value)) {
    return value.map((one) => trimmed(one, node.item));
  }
  if (!isFields(value)) {
    return value;
  }
  const inner = (name, one) => {
    if (node.sort === "text") {
      return isText(one) ? one.trim() : one;
    }
    return trimmed(one, node.fields?.find((field) => field.name === name));
  };
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, inner(name, one)]));
}

function told({ keyword, instancePath, params }, whole, root) {
  const path = instancePath.split("/").slice(1).map((part) => part.replace(/~1/g, "/").replace(/~0/g, "~"));
  const { node, value, place } = located(path, whole, root);
  if (keyword === "if") {
    return null;
  }
  const name = params.missingProperty ?? params.additionalProperty;
  if (name !== undefined) {
    return { code: KEYWORDS[keyword], path: [...place, name], values: { name } };
  }
  let code = keyword === "type" ? TYPES[params.type] : KEYWORDS[keyword];
  if (value === null && keyword === "type") {
    code = "EMPTY_FIELD";
  } else if (code === "NOT_FIELDS" && node?.sort === "text") {
    code = "NOT_LANGUAGES";
  }
  const values = { value: String(value), minimum: String(params.limit), maximum: String(params.limit) };
  return { code, path: place, values: isText(value) ? { ...values, length: String([...value].length) } : values };
}

function located(path, whole, root) {
  let [node, value] = [root, whole];
  const place = path.map((part) => {
    const at = Array.isArray(value) ? Number(part) : part;
    node = Array.isArray(value) ? node?.item : node?.fields?.find((field) => field.name === part);
    value = value?.[part];
    return at;
  });
  return { node, value, place };
}

const lies = (problem, path) => path.every((part, at) => problem.path[at] === part);

function* look(value, node, path, known, found) {
  if (value === null || value === undefined) {
    if ((node.sort === "day" || node.sort === "when") && value === null && !node.nullable) {
      yield { code: "EMPTY_FIELD", path, values: {} };
    }
    return;
  }
  const rule = RULES[node.sort];
  if (rule) {
    yield* rule(value, node, path, known, found);
  }
  if (node.sort === "list" && Array.isArray(value)) {
    for (const [at, item] of value.entries()) {
      yield* look(item, node.item, [...path, at], known, found);
    }
  }
}

const RULES = {
  *text(value, _, path, { languages }, found) {
    if (!isFields(value) || found.some((one) => lies(one, path))) {
      return;
    }
    const strange = Object.keys(value).find((language) => !languages.includes(language));
    if (strange !== undefined) {
      yield { code: "UNKNOWN_LANGUAGE", path: [...path, strange], values: { value: strange, choices: languages.join(", ") } };
    } else if (Object.values(value).every((wording) => wording === null)) {
      yield { code: "NO_LANGUAGE", path, values: {} };
    }
  },
  *choice(value, node, path, { vocabulary, languages }) {
    const choices = node.list === "languages" ? languages : vocabulary[node.list];
    if (isText(value) && choices?.length && !choices.includes(value)) {
      yield { code: "UNKNOWN_CHOICE", path, values: { value, choices: choices.join(", ") } };
    }
  },
  *reference(value, node, path, { ids }) {
    if (isText(value) && ids[node.kind] && !ids[node.kind].includes(value)) {
      yield { code: "UNKNOWN_REFERENCE", path, values: { value, kind: node.kind } };
    }
  },
  *when(value, _, path) {
    yield* dateProblem(value, path, false);
  },
  *day(value, _, path) {
    yield* dateProblem(value, path, true);
  },
  *fields(value, node, path, known, found) {
    if (!isFields(value)) {
      return;
    }
    const inner = [];
    for (const field of node.fields) {
      inner.push(...look(value[field.name], field, [...path, field.name], known, found));
    }
    yield* inner;
    const sound = !inner.length && !found.some((one) => lies(one, path));
    if (sound && node.name === "period" && isBefore(value.end, value.start)) {
      yield { code: "PERIOD_ORDER", path: [...path, "end"], values: {} };
    }
    if (sound && node.name === "consent" && value.basis !== "published_source" && !value.held_by) {
      yield { code: "CONSENT_HOLDER", path: [...path, "held_by"], values: {} };
    }
  },
};

function* characters(value, path, classes) {
  if (isText(value)) {
    const text = value.normalize("NFC");
    for (const [code, letters] of Object.entries(classes)) {
      const sign = text.match(new RegExp(`[${letters}]`, "u"))?.[0];
      if (sign) {
        const character = `U+${sign.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
        yield { code, path, values: { character } };
      }
    }
  } else if (value !== null && typeof value === "object") {
    const isList = Array.isArray(value);
    for (const [name, inner] of Object.entries(value)) {
      yield* characters(inner, [...path, isList ? Number(name) : name], classes);
    }
  }
}
