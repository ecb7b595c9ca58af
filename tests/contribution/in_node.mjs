/* What the form's own modules say to many questions at once, outside a browser. */

import { readFileSync } from "node:fs";
import validate from "practice-schema";
import { judge } from "../../overrides/assets/scripts/form/judge.js";
import { personalData } from "../../overrides/assets/scripts/form/privacy.js";
import { yamlText } from "../../overrides/assets/scripts/form/yaml.js";

const { node, known, privacy, cases } = JSON.parse(readFileSync(0, "utf8"));
const find = privacy && personalData(privacy);
const ANSWERS = {
  judge: ({ data, world }) => judge(data, node, known[world], validate).map(({ code, path }) => [code, path]),
  yaml: ({ data }) => yamlText(data, "a test"),
  privacy: ({ data }) => find(data).map(({ rule, start, end }) => [rule.name, data.slice(start, end)]),
};
process.stdout.write(JSON.stringify(cases.map((one) => ANSWERS[one.ask](one))));
