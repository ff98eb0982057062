/** Words of a title: what white space parts. */
export const wordCount = (text: string): number => text.split(/\s+/).filter(Boolean).length;

const most = 15;

/** The first of the wordings that has at most 15 words; failing all, the last without what stands in brackets. */
export function shortest(wordings: readonly string[]): string {
  return wordings.find((text) => wordCount(text) <= most) ?? wordings.at(-1)!.replace(/ \([^()]*\)/, "");
}
