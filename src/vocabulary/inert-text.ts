/** A text that no spreadsheet runs as a formula: with an apostrophe before it where it would. What is a number stays one. */
export const inertText = (text: string): string =>
  /^[=+\-@\t\r\n＝＋－＠]/.test(text) && !/^[+-]?(\d+(,\d{3})*(\.\d+)?%?|Infinity)$/.test(text) ? `'${text}` : text;
