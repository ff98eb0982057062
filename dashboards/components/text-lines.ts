/** Sizes of text in a chart, in px; nothing is smaller. */
export const TEXT = {title: 15, body: 13, small: 12} as const;

/** About how wide a line of text is, in px: near enough to choose a layout before anything is drawn. */
export const textWidth = (text: string, size: number): number => text.length * size * 0.53;

/** Text broken into lines that fit a width. */
export function linesOf(text: string, width: number, size: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && textWidth(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
