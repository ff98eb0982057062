/** Sizes of text in a chart, in px; nothing is smaller. */
export const TEXT = {title: 15, body: 13, small: 12} as const;

/** Width of a letter, in sizes of the text. */
const A_LETTER = 0.53;

/** About how wide a line of text is, in px: near enough to choose a layout before anything is drawn. */
export const textWidth = (text: string, size: number): number => text.length * size * A_LETTER;

/** A text cut off, and marked so, where it is wider than there is room. */
export function shortened(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text;
  const letters = Math.max(4, Math.floor(width / (size * A_LETTER)) - 1);
  return `${text.slice(0, letters).replace(/[\s,]+$/, "")}…`;
}

/** Text broken into lines that fit a width. */
export function breakLines(text: string, width: number, size: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && textWidth(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
