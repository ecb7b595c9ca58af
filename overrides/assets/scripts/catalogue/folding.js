/* Plain spellings, the same as macros/language gives; tests/catalogue/test_folding.py compares them. */

const MARKS = /\p{M}/gu;
const NO_WORD = /[^\p{L}\p{N}]+/gu;

/** Lower case without diacritics, as `Collation.folded` in macros/language gives it. */
export function folded(text, spellings) {
  let plain = text.toLowerCase().normalize("NFKD");
  for (const [letter, spelling] of spellings) {
    plain = plain.replaceAll(letter, spelling);
  }
  return plain.replace(MARKS, "");
}

/** The words of a text, folded, each with a space before it, so that beginnings can be found. */
export function wordsIn(text, spellings) {
  return ` ${folded(text, spellings).replace(NO_WORD, " ").trim()}`;
}
