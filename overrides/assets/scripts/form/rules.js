/* What the forms judge by: closed lists, names that exist, rules for personal data. */

import { personalData } from "./privacy.js";

const NOTHING = { languages: [], vocabulary: {}, ids: {}, characters: {}, reserved: [] };

/* Where the rules cannot be loaded, the form does without them, and says so. */
export async function loadedRules({ rules, languages }) {
  try {
    const { privacy, known } = await (await fetch(rules)).json();
    return { known, find: privacy ? personalData(privacy) : () => [] };
  } catch {
    return { known: { ...NOTHING, languages }, find: null };
  }
}
