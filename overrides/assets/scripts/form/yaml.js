/* Values -> YAML that every reader reads back exactly: every text is a JSON string or a block. */

const LONGEST_LINE = 120;
/* Words, names of entries and days; never what some reader of YAML could take for a number. */
const BARE = /^(?:[a-z][a-z0-9]*(?:[._-][a-z0-9]+)*|[0-9]+(?:-[a-z0-9]+)+)$/i;
const OTHERWISE_READ = /^(?:y|n|yes|no|on|off|true|false|null|inf|nan)$/i;
const isFields = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
const isBare = (text) => BARE.test(text) && !OTHERWISE_READ.test(text);
/* A block keeps everything but spaces at its edges, tabs and signs that YAML takes for line ends. */
const fitsBlock = (text) => !/^[\s]|[\s]$|[\t\u0085\u2028\u2029\ufeff\r]|[ ]\n|[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ud800-\udfff\ufffe\uffff]/.test(text);

export function yamlText(fields, comment) {
  return [`# ${comment}`, ...linesOf(fields, ""), ""].join("\n");
}

function* linesOf(fields, indent) {
  const areWordings = Object.keys(fields).every((name) => name.length === 2);
  for (const [name, value] of Object.entries(fields)) {
    if (isFields(value) && Object.keys(value).length) {
      yield `${indent}${name}:`;
      yield* linesOf(value, `${indent}  `);
    } else if (typeof value === "string" && (value.includes("\n") || indent.length + name.length + value.length + 4 > LONGEST_LINE) && fitsBlock(value)) {
      yield `${indent}${name}: |-`;
      yield* value.split("\n").map((line) => (line ? `${indent}  ${line}` : ""));
    } else if (Array.isArray(value) && isFields(value[0])) {
      yield `${indent}${name}:`;
      for (const item of value) {
        const [first, ...others] = linesOf(item, `${indent}    `);
        yield `${indent}  - ${first.trimStart()}`;
        yield* others;
      }
    } else {
      yield `${indent}${name}: ${written(value, areWordings)}`;
    }
  }
}

function written(value, isWording) {
  if (Array.isArray(value)) {
    return `[${value.map((item) => written(item, false)).join(", ")}]`;
  }
  if (typeof value === "string" && (isWording || !isBare(value))) {
    return quoted(value);
  }
  return typeof value === "string" ? value : JSON.stringify(value);
}

/* JSON leaves these as they are, and some readers of YAML do not. */
const quoted = (text) =>
  JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
