/** Lines, letters and letters in a line beyond which no list of schools goes: a browser would not come back from more. */
const MOST = {lines: 20_000, letters: 2_000_000, line: 200_000};

export const TOO_MUCH = "This is far more than a list of schools. Take the list alone.";

/** Whether so many schools are more than any list has. */
export const areTooMany = (schools: number): boolean => schools > MOST.lines;

/** Why a text is more than a list of schools holds; null where it is not. Looks at no more of it than it must. */
export function findTooMuch(text: string): string | null {
  const isTooMuch = text.length > MOST.letters || hasLongLine(text) || countLines(text) > MOST.lines;
  return isTooMuch ? TOO_MUCH : null;
}

function hasLongLine(text: string): boolean {
  if (text.length <= MOST.line) return false;
  let from = 0;
  for (const {index} of text.matchAll(/[\r\n]/g)) {
    if (index - from > MOST.line) return true;
    from = index + 1;
  }
  return text.length - from > MOST.line;
}

function countLines(text: string): number {
  const filled = /\S[^\r\n]*/g;
  let lines = 0;
  while (lines <= MOST.lines && filled.test(text)) lines++;
  return lines;
}
