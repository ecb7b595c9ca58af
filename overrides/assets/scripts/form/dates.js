/* Days, months and years, as exact as a source gives them. */

const DAY = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/;
const PART = /^([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?$/;
const isYear = (value) => Number.isInteger(value) && value >= 1800 && value < 2200;
const lastDay = (year, month) => new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();

export function* dateProblem(value, path, wholeDay) {
  const match = typeof value === "string" ? value.match(wholeDay ? DAY : PART) : null;
  if (!match) {
    if (wholeDay || !isYear(value)) {
      yield { code: wholeDay ? "NOT_A_DAY" : "NOT_A_DATE", path, values: {} };
    }
    return;
  }
  const [year, month, day] = match.slice(1).map((part) => Number(part ?? 1));
  if (!year || month < 1 || month > 12 || day < 1 || day > lastDay(year, month)) {
    yield { code: "NO_SUCH_DATE", path, values: { value } };
  }
}

export function isBefore(end, start) {
  if (!end || !start) {
    return false;
  }
  const [year, month = 12, day] = String(end).split("-").map(Number);
  const last = [year, month, day ?? lastDay(year, month)];
  const first = String(start).split("-").map(Number);
  const whole = ([one, other = 1, third = 1]) => one * 10000 + other * 100 + third;
  return whole(last) < whole(first);
}

/* As the language names months, alone and in a date. */
function monthsOf(language) {
  const names = new Map();
  for (const form of [{ month: "long" }, { day: "numeric", month: "long" }]) {
    const written = new Intl.DateTimeFormat(language, { ...form, timeZone: "UTC" });
    for (let month = 0; month < 12; month += 1) {
      const parts = written.formatToParts(Date.UTC(2000, month, 1));
      names.set(parts.find(({ type }) => type === "month").value.toLowerCase(), String(month + 1));
    }
  }
  return names;
}

const WRITTEN = /^(?:([0-9]{1,2})(?:\s?[./]\s?|\s))?(?:([0-9]{1,2})\s?[./]\s?|(\p{L}+)\.?\s)([0-9]{4})(?:\s?r\.?)?$/u;

/* A date as people write it -> as files hold it: 1. 3. 2026 -> 2026-03-01. Anything else stays. */
export function dateFrom(text, language) {
  const [, day, number, name, year] = text.match(WRITTEN) ?? [];
  const month = number ?? monthsOf(language).get(name?.toLowerCase());
  return year && month ? [year, month, day].filter(Boolean).map((part) => part.padStart(2, "0")).join("-") : text;
}

/* And back: 2026-03-01 -> 1. 3. 2026. */
export function dateShown(value, language) {
  const [, year, month, day] = String(value).match(PART) ?? [];
  if (!month || month < 1 || month > 12 || day > lastDay(Number(year), Number(month))) {
    return String(value);
  }
  const parts = { year: "numeric", month: "numeric", ...(day && { day: "numeric" }), timeZone: "UTC" };
  return new Intl.DateTimeFormat(language, parts).format(Date.UTC(year, month - 1, day ?? 1));
}
