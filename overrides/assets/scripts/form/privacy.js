/* Personal data in a text, by the rules of data/privacy: what macros/privacy does, in the browser. */

import { agrees } from "./checksums.js";

const MOST = 50;
const AROUND = 24;

export function personalData({ rules, parts, hints, groups, numbering }) {
  const whole = (pattern) => pattern.replace(/\{([a-z_]+)\}/g, (all, name) => parts[name] ?? all);
  const compiled = (pattern, flags = "u") => pattern && new RegExp(whole(pattern), flags);
  const heard = new Map(Object.entries(hints).map(([name, hint]) => [name, compiled(hint)]));
  const known = new Set(groups.flatMap(({ stems, endings }) => stems.flatMap((stem) => endings.map((ending) => stem + ending))));
  const ready = rules.map((rule) => ({
    rule,
    pattern: compiled(rule.pattern, rule.any_case ? "giu" : "gu"),
    notAfter: compiled(rule.not_after),
    notBefore: compiled(rule.not_before),
  }));

  function holds({ rule, notAfter, notBefore }, match, text) {
    if (rule.first_name && !known.has(match[0].match(/^\S+/u)?.[0])) {
      return false;
    }
    const end = match.index + match[0].length;
    if (notAfter?.test(text.slice(Math.max(0, match.index - AROUND), match.index))) {
      return false;
    }
    if (notBefore?.test(text.slice(end, end + AROUND))) {
      return false;
    }
    return !rule.check || agrees(rule.check, match[0], numbering);
  }

  function* found(one, text, taken) {
    let place = 0;
    let match;
    while (((one.pattern.lastIndex = place), (match = one.pattern.exec(text)))) {
      const [start, end] = [match.index, match.index + match[0].length];
      const overlaps = taken.some((other) => other.start < end && start < other.end);
      if (!overlaps && holds(one, match, text)) {
        place = end;
        yield { rule: one.rule, start, end };
      } else {
        place = start + 1;
      }
    }
  }

  return (text) => {
    const lowered = text.toLowerCase();
    const findings = [];
    for (const one of ready) {
      const { hint, needs } = one.rule;
      const asked = (!hint || heard.get(hint).test(text)) && (!needs || needs.some((word) => lowered.includes(word)));
      if (asked) {
        const taken = [...findings];
        for (const finding of found(one, text, taken)) {
          findings.push(finding);
          if (findings.length - taken.length === MOST) {
            break;
          }
        }
      }
    }
    return findings.sort((one, other) => one.start - other.start);
  };
}
