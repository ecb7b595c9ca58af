/* What is known of all practices and projects, and which of them have what is chosen. */

import { wordsIn } from "./folding.js";

/** All practices and projects with what they say to each facet, loaded in parts. */
export class Rows {
  constructor(home, folder) {
    this.home = home;
    this.folder = folder;
    this.rows = [];
    this.numbers = new Map();
  }

  async load() {
    const first = await fetched(`${this.home}rows-1.json`);
    this.parts = first.parts;
    this.spellings = first.spellings;
    first.values.forEach((name, number) => this.numbers.set(name, number));
    const facets = [...new Set(first.values.map((name) => name.split("=")[0]))];
    this.bits = new Map(facets.map((facet, number) => [facet, 1 << number]));
    this.bitOf = Int32Array.from(first.values, (name) => this.bits.get(name.split("=")[0]));
    this.add(first.rows, 1);
    for (let part = 2; part <= this.parts; part += 1) {
      this.add((await fetched(`${this.home}rows-${part}.json`)).rows, part);
    }
    this.chosen = new Uint8Array(first.values.length);
    this.counts = new Int32Array(first.values.length);
  }

  add(rows, part) {
    rows.forEach(([folder, id, title, year, day, values], place) => {
      if (!this.folder || folder === this.folder) {
        this.rows.push({ key: `${folder}/${id}`, folder, id, title, year, day, values, part, place });
      }
    });
  }

  /** Titles, summaries and labels, for looking up words; asked for when the first word is typed. */
  async loadWords(labels) {
    const parts = [];
    for (let part = 1; part <= this.parts; part += 1) {
      parts.push(await fetched(`${this.home}rows-${part}-summaries.json`));
    }
    for (const row of this.rows) {
      row.summary = parts[row.part - 1][row.place];
      const said = row.values.map((number) => labels[number] ?? "");
      row.words = wordsIn([row.title, row.summary, ...said].join(" "), this.spellings);
    }
  }

  /** The rows that have a chosen value of every facet; counts what one more choice would find. */
  choose(names, words) {
    this.chosen.fill(0);
    this.counts.fill(0);
    let wanted = 0;
    for (const name of names) {
      const number = this.numbers.get(name);
      if (number !== undefined) {
        this.chosen[number] = 1;
        wanted |= this.bitOf[number];
      }
    }
    const beginnings = wordsIn(words, this.spellings).trim().split(" ").filter(Boolean);
    const found = [];
    for (const row of this.rows) {
      if (beginnings.every((beginning) => row.words.includes(` ${beginning}`))) {
        const missing = this.count(row, wanted);
        if (!missing) {
          found.push(row);
        }
      }
    }
    return found;
  }

  count(row, wanted) {
    let had = 0;
    for (const number of row.values) {
      if (this.chosen[number]) {
        had |= this.bitOf[number];
      }
    }
    const missing = wanted & ~had;
    if (missing & (missing - 1)) {
      return missing;
    }
    for (const number of row.values) {
      if (!missing || this.bitOf[number] === missing) {
        this.counts[number] += 1;
      }
    }
    return missing;
  }
}

/** Rows come by name; other orders keep that for what is equal. */
export function sorted(rows, order) {
  if (order === "year") {
    return [...rows].sort((one, other) => other.year - one.year);
  }
  if (order === "newest") {
    return [...rows].sort((one, other) => other.day - one.day);
  }
  return rows;
}

async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) {
    throw new Error(`${answer.status} ${address}`);
  }
  return answer.json();
}
