/* Checksums and numbering plans: whether digits are what they look like. */

const digits = (text) => [...text.replace(/[^0-9]/g, "")].map(Number);
const weighted = (numbers, weights) => numbers.reduce((sum, number, at) => sum + number * weights[at], 0);

function isDay(year, month, day) {
  const date = new Date(Date.UTC(year, month - 1, day));
  date.setUTCFullYear(year);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && day > 0;
}

function birthNumber(text) {
  const number = text.replace(/[\s/]/g, "");
  let year = 1900 + Number(number.slice(0, 2));
  const month = (Number(number.slice(2, 4)) % 50) % 20;
  const day = Number(number.slice(4, 6));
  if (number.length === 9) {
    year -= year >= 1980 ? 100 : 0;
    return year <= 1953 && isDay(year, month, day);
  }
  year += year < 1954 ? 100 : 0;
  const check = (Number(number.slice(0, 9)) % 11) % 10;
  return number.length === 10 && isDay(year, month, day) && check === Number(number[9]);
}

const CENTURIES = { 0: 1900, 1: 2000, 2: 2100, 3: 2200, 4: 1800 };

function pesel(text) {
  const numbers = digits(text);
  const [year, month, day] = [0, 2, 4].map((at) => numbers[at] * 10 + numbers[at + 1]);
  const century = CENTURIES[Math.floor(month / 20)];
  const check = (10 - (weighted(numbers.slice(0, 10), [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) % 10)) % 10;
  return isDay(century + year, month % 20, day) && check === numbers[10];
}

const SIGNS = { n: "[0-9]", a: "[A-Z]", c: "[A-Za-z0-9]" };

function iban(text, structures) {
  const account = text.replace(/\s/g, "");
  const turned = account.slice(4) + account.slice(0, 4);
  const rest = [...turned].reduce((left, sign) => Number(`${left}${parseInt(sign, 36)}`) % 97, 0);
  const structure = structures[account.slice(0, 2)];
  const form = structure?.replace(/([0-9]+)!([nac])/g, (_, count, sign) => `${SIGNS[sign]}{${count}}`);
  return rest === 1 && Boolean(form) && new RegExp(`^${form}$`).test(account.slice(4));
}

const WEIGHTS_OF_ACCOUNT = [6, 3, 7, 9, 10, 5, 8, 4, 2, 1];

function czechAccount(text, banks) {
  const [, prefix = "", number, bank] = text.match(/^(?:([0-9]{1,6})-)?([0-9]{2,10})\/([0-9]{4})$/) ?? [];
  const sound = (part) => weighted(digits(part.padStart(10, "0")), WEIGHTS_OF_ACCOUNT) % 11 === 0;
  return Boolean(number) && banks.includes(bank) && sound(prefix) && sound(number);
}

function polishIdCard(text) {
  const values = [...text.replace(/\s/g, "")].map((sign) => parseInt(sign, 36));
  return weighted(values, [7, 3, 1, 9, 7, 3, 1, 7, 3]) % 10 === 0;
}

function phone(text, { plans }) {
  const number = text.replace(/^[^0-9+(]*/, "").replace(/[^0-9+]/g, "");
  const [, abroad, rest] = number.match(/^(\+|00)?(.*)$/);
  return plans.some(({ code, at_home, patterns }) => {
    const own = abroad && rest.startsWith(code) ? rest.slice(code.length) : rest;
    const meant = abroad ? rest.startsWith(code) : at_home;
    return meant && patterns.some((pattern) => new RegExp(`^(?:${pattern})$`).test(own));
  });
}

export function agrees(check, text, numbering) {
  return {
    birth_number: birthNumber,
    pesel,
    iban: (one) => iban(one, numbering.ibans),
    polish_account: (one) => iban(`PL${one}`, numbering.ibans),
    czech_account: (one) => czechAccount(one, numbering.banks),
    polish_id_card: polishIdCard,
    phone: (one) => phone(one, numbering),
  }[check](text);
}
