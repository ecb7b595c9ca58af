// Stems as the index has them, as macros/search/codes.py writes them: letters with a mark around.
const MARK = "q";

const letters = (stem) =>
  stem.replace(/[0-9]/g, (digit) => `x${"abcdefghij"[digit]}`).replaceAll(".", "xx");

export const coded = (stem) => `${MARK}${letters(stem)}${MARK}`;

export const codedBeginning = (beginning) => `${MARK}${letters(beginning)}`;

export const codedName = (stems) => `${MARK}${stems.map((stem) => `${letters(stem)}pxt`).join("")}${MARK}`;
