/* JSON Schema on standard input -> a module that judges by it, without eval, on standard output. */

const Ajv = require("ajv/dist/2020").default;
const standalone = require("ajv/dist/standalone").default;
const { readFileSync } = require("node:fs");

const ajv = new Ajv({ allErrors: true, strict: false, code: { source: true, esm: true } });
process.stdout.write(standalone(ajv, ajv.compile(JSON.parse(readFileSync(0, "utf8")))));
