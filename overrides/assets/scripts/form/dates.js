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
