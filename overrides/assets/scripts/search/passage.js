// The place on a page where the found words stand closest together, in the page's own spelling.
import { tokenPlaces } from "./stems.js";

const LONGEST = 200;
const BEFORE = 60;
// A sentence says more than a label of the same words.
const SENTENCE = 40;
const LONGER = 0.5;

// Text in pieces, those that were found marked.
export function marked(text, isFound) {
  const pieces = [];
  let end = 0;
  for (const { 0: token, index } of tokenPlaces(text)) {
    if (!isFound(token)) continue;
    if (index > end) pieces.push({ text: text.slice(end, index), found: false });
    pieces.push({ text: token, found: true });
    end = index + token.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), found: false });
  return pieces;
}

// What its title or its first sentence answers is shown from its top.
export function bestPassage({ t: title, d: said, s: sections }, keysOf, wanted) {
  const [first] = sections;
  const lead = said ?? first[2].split("\n")[0];
  const best = bestLine(sections, keysOf, wanted);
  const above = first[0] ? new Set() : distinct(`${title}\n${lead}`, keysOf, wanted);
  if (best && ![...best.words].every((word) => above.has(word))) {
    return { anchor: best.section[0], heading: best.section[1], text: around(best.line, best.at) };
  }
  return { anchor: first[0], heading: first[1], text: around(lead, placed(lead, keysOf, wanted).at) };
}

// Whether the words stand on the page, but in none of its sections together.
export function areApart({ t: title, s: sections }, words, keysOf) {
  const holds = (text, { by }) => tokenPlaces(text).some(([token]) => keysOf(token).some(by));
  const rest = words.filter((word) => !holds(title, word));
  if (rest.length < 2) return false;
  const parts = sections.map(([, heading, lines]) => `${heading}\n${lines}`);
  const standing = rest.filter((word) => parts.some((part) => holds(part, word)));
  return standing.length > 1 && !parts.some((part) => standing.every((word) => holds(part, word)));
}

function bestLine(sections, keysOf, wanted) {
  let best = null;
  for (const section of sections) {
    const inHeading = distinct(section[1], keysOf, wanted);
    for (const line of section[2].split("\n")) {
      const { count, at } = placed(line, keysOf, wanted);
      const words = new Set([...inHeading, ...distinct(line, keysOf, wanted)]);
      const rank = count + words.size + (line.length >= SENTENCE ? LONGER : 0);
      if (words.size && rank > (best?.rank ?? 0)) best = { rank, section, line, at, words };
    }
  }
  return best;
}

const distinct = (text, keysOf, wanted) =>
  new Set(tokenPlaces(text).map(([token]) => keysOf(token).find((key) => wanted(key))).filter(Boolean));

// How many different found words stand within reach of each other, and where they begin.
function placed(line, keysOf, wanted) {
  const found = tokenPlaces(line)
    .map(({ 0: token, index }) => ({ key: keysOf(token).find((key) => wanted(key)), index }))
    .filter(({ key }) => key);
  let best = { count: 0, at: 0 };
  for (const { index } of found) {
    const near = found.filter((one) => one.index >= index && one.index < index + LONGEST - BEFORE);
    const count = new Set(near.map(({ key }) => key)).size;
    if (count > best.count) best = { count, at: index };
  }
  return best;
}

function around(line, at) {
  if (line.length <= LONGEST) return line;
  const from = at <= BEFORE ? 0 : line.indexOf(" ", at - BEFORE) + 1;
  const rest = line.length - from <= LONGEST ? line.slice(from) : cut(line.slice(from));
  return (from ? "…" : "") + rest;
}

function cut(text) {
  const end = text.lastIndexOf(" ", LONGEST);
  return `${text.slice(0, end > 0 ? end : LONGEST)}…`;
}
