// What the search says of its results, in the words that came with the index.
export class Messages {
  #words;
  #plural;

  constructor({ words, language }) {
    this.#words = words;
    this.#plural = new Intl.PluralRules(language);
  }

  word(key, values = {}) {
    const pattern = this.#words[`search.${key}`] ?? "";
    return pattern.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  }

  count(count) {
    const key = `found.${this.#plural.select(count)}`;
    return this.word(`search.${key}` in this.#words ? key : "found.other", { count });
  }

  // How one result falls short of what was asked.
  shortcomings({ missing, apart }) {
    const told = missing.length ? [this.word("missing", { words: missing.join(", ") })] : [];
    return apart ? [...told, this.word("apart")] : told;
  }

  // Everything a reader must know to take the results for what they are.
  notes({ corrected, unknown, translated, partial }) {
    const quoted = (words) => words.join(", ");
    return [
      ...translated.map((note) => this.word("translated", note)),
      ...corrected.map(({ typed, used }) => this.word("corrected", { typed, used: quoted(used) })),
      ...unknown.map((typed) => this.word("unknown", { typed })),
      ...(partial ? [this.word("partial")] : []),
    ];
  }
}
