/** A message holds so much of a cell: enough to find it by. */
const MOST = 80;

/**
 * A message in which what is quoted, or is one word, is no longer than 80 signs: of more the beginning stands, and after
 * it how long it is.
 */
export const cutQuotes = (message: string): string =>
  message
    .replaceAll(/“([^”]*)”/g, (whole, quoted: string) => (quoted.length > MOST ? `“${cut(quoted)}` : whole))
    .replaceAll(/[^\s“”]{201,}/g, (word) => cut(word).replace("”", ""));

function cut(text: string): string {
  const signs = [...text];
  return `${signs.slice(0, MOST).join("")}…” (${signs.length.toLocaleString("en-GB")} characters)`;
}
