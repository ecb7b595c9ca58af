/* What stands in the handbook already: entries to be changed, and names that are taken. */

const NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

async function loaded(address) {
  try {
    const answer = await fetch(address);
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

/* The entry as its file has it; ``folder``: where its page stands. Null: there is none. */
export async function original({ root }, folder, id) {
  const entry = NAME.test(folder) && NAME.test(id) ? await loaded(`${root}${folder}/${id}/entry.json`) : null;
  return entry && { id, entry };
}

export const namesTaken = async ({ root }) => (await loaded(`${root}practices/ids.json`)) ?? [];

/* Its title in the reader's language, or in another one. */
export const titleOf = (entry, { language, languages }) =>
  [language, ...languages].map((one) => entry.title?.[one]).find(Boolean) ?? entry.original_title ?? "";
