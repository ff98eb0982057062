/** The sentences of a text. */
export const sentences = (text: string): string[] => text.split(/(?<=[.!?])\s+/).filter(Boolean);

/** Its words, and numbers as one each. */
export const words = (text: string): string[] => text.match(/[A-Za-z’]+|\d[\d.,/]*/g) ?? [];

const syllables = (word: string): number =>
  Math.max(
    1,
    (
      word
        .toLowerCase()
        .replace(/e$/, "")
        .match(/[aeiouy]+/g) ?? []
    ).length
  );

/** Flesch–Kincaid grade (Kincaid, Fishburne, Rogers & Chissom 1975). */
export function grade(text: string): number {
  const all = words(text);
  const each = all.reduce((sum, word) => sum + syllables(word), 0) / all.length;
  return 0.39 * (all.length / sentences(text).length) + 11.8 * each - 15.59;
}
