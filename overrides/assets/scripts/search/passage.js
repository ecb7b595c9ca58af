// The place on a page where the found words stand closest together, in the page's own spelling.
import { tokenPlaces } from "./stems.js";

const LONGEST = 200;
const BEFORE = 60;

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

export function bestPassage(sections, keysOf, wanted) {
  let best = { rank: -1, section: sections[0] ?? ["", "", ""], line: "", at: 0 };
  for (const section of sections) {
    const inHeading = distinct(section[1], keysOf, wanted);
    for (const line of section[2].split("\n")) {
      const { count, at } = placed(line, keysOf, wanted);
      const rank = count + new Set([...inHeading, ...distinct(line, keysOf, wanted)]).size;
      if (count + inHeading.size && rank > best.rank) best = { rank, section, line, at };
    }
  }
  const line = best.rank < 0 ? best.section[2].split("\n")[0] : best.line;
  return { anchor: best.section[0], heading: best.section[1], text: around(line, best.at) };
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
