/* What is known of all practices and projects, and which of them have what is chosen. */

import { wordsIn } from "./folding.js";

const MARKUP = /<[^>]*>?|&#?\w+;/g;

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
    this.folders = first.folders;
    this.spellings = first.spellings;
    this.facets = Object.entries(first.values);
    this.names = this.facets.flatMap(([facet, values]) => values.map((value) => `${facet}=${value}`));
    this.names.forEach((name, number) => this.numbers.set(name, number));
    this.bitOf = Int32Array.from(this.facets.flatMap(([, values], place) => values.map(() => 1 << place)));
    this.add(first, 1);
    for (let part = 2; part <= this.parts; part += 1) {
      this.add(await fetched(`${this.home}rows-${part}.json`), part);
    }
    this.chosen = new Uint8Array(this.names.length);
    this.counts = new Int32Array(this.names.length);
  }

  add({ ids, days, said }, part) {
    const values = this.numbered(said, ids.length);
    ids.forEach((id, place) => {
      const names = values[place].map((number) => this.names[number].split("="));
      const folder = this.folders[names.find(([facet]) => facet === "kind")[1]];
      if (!this.folder || folder === this.folder) {
        const years = names.map(([facet, value]) => (facet === "year" && Number(value)) || 0);
        const row = { key: `${folder}/${id}`, year: Math.max(...years), age: days[place] };
        this.rows.push({ ...row, values: values[place], part, place });
      }
    });
  }

  /** For each row the numbers of its values, from the columns of all facets. */
  numbered(said, length) {
    const values = Array.from({ length }, () => []);
    let before = 0;
    for (const [facet, known] of this.facets) {
      said[facet].split(",").forEach((cell, place) => {
        values[place].push(...cell.split(" ").filter(Boolean).map((one) => before + Number(one)));
      });
      before += known.length;
    }
    return values;
  }

  /** Cards, and the words by which they are found; asked for when either is needed. */
  async loadCards(labels) {
    const parts = [];
    for (let part = 1; part <= this.parts; part += 1) {
      parts.push(await fetched(`${this.home}rows-${part}-cards.json`));
    }
    for (const row of this.rows) {
      row.card = parts[row.part - 1][row.place];
      const [told] = row.card.split("ladder-line");
      const said = row.values.map((number) => (this.names[number].startsWith("region=") ? "" : labels[number]));
      row.words = wordsIn([told.replace(MARKUP, " "), ...said].join(" "), this.spellings);
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
    return [...rows].sort((one, other) => one.age - other.age);
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
