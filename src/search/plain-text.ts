/** Text as it is compared in a search: no capitals, accents, apostrophes or other marks; “St.” and “&” as people type them. */
export const plainText = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/[\u0300-\u036f'’‘.]/g, "")
    .toLowerCase()
    .replace(/&/g, " and ")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

/** Whether every word of a search begins a word of the text. Both are plain text. */
export const holdsWords = (text: string, search: string): boolean =>
  search.split(" ").every((word) => text.startsWith(word) || text.includes(` ${word}`));
