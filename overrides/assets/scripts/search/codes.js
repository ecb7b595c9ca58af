// Stems as the index has them, as macros/search/codes.py writes them: letters with a mark around.
const MARK = "q";

const letters = (stem) =>
  stem.replace(/[0-9]/g, (digit) => `x${"abcdefghij"[digit]}`).replaceAll(".", "xx");

export const coded = (stem) => `${MARK}${letters(stem)}${MARK}`;

export const codedBeginning = (beginning) => `${MARK}${letters(beginning)}`;

// A word of many pages is shared out over several: all of them, the word itself first.
export const codedShares = (word, count) =>
  Array.from({ length: count }, (_, number) => {
    if (!number) return word;
    const two = [Math.floor(number / 26), number % 26].map((one) => String.fromCharCode(97 + one));
    return `${word.slice(0, -1)}xy${two.join("")}${MARK}`;
  });

export const codedName = (stems) => `${MARK}${stems.map((stem) => `${letters(stem)}pxt`).join("")}${MARK}`;
