import {UserError} from "../../src/library/errors.ts";

type Values = Record<string, string | boolean | undefined>;

/** What an option was given as text. Throws a UserError with what to do where it is missing. */
export function requiredOption(values: Values, option: string, fix: string): string {
  const value = values[option];
  if (typeof value === "string" && value.trim() !== "") return value;
  throw new UserError(`--${option} is missing`, {fix});
}

/** The parts of an option between commas; none if it was not given. */
export function listOption(values: Values, option: string): string[] {
  return String(values[option] ?? "")
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);
}

/**
 * A number within bounds, both allowed; `otherwise` if the option was not given. Throws a
 * UserError at anything else.
 */
export function numberOption(
  values: Values,
  option: string,
  {least, most, otherwise}: {least: number; most: number; otherwise: number}
): number {
  const given = values[option];
  return given === undefined ? otherwise : boundedNumber(String(given), option, {least, most});
}

/** The number in a text, within bounds. */
export function boundedNumber(text: string, option: string, {least, most}: {least: number; most: number}): number {
  const value = Number(text);
  if (text.trim() !== "" && value >= least && value <= most) return value;
  throw new UserError(`--${option} ${text} is no number ${readBounds(least, most)}`, {
    fix: `give --${option} a number ${readBounds(least, most)}`
  });
}

const readBounds = (least: number, most: number): string =>
  most === Infinity ? `of ${least} or more` : `from ${least} to ${most}`;

/**
 * Throws a UserError where one column is named for two of what a command needs apart, such as the outcome and a
 * covariate, or twice in a list.
 */
export function refuseOneForTwo(named: Readonly<Record<string, string | readonly string[]>>): void {
  const given = Object.entries(named).flatMap(([option, columns]) =>
    [columns].flat().map((column) => ({option, column}))
  );
  for (const [i, {option, column}] of given.entries()) {
    const other = given.slice(i + 1).find((later) => later.column === column);
    if (!other) continue;
    throw new UserError(
      other.option === option
        ? `--${option} names ${column} twice`
        : `--${option} and --${other.option} are both ${column}`,
      {fix: "name a column of its own for each"}
    );
  }
}

/** Says on standard error which of these options are given: what has no say in what was asked would be thought to be in the figure. */
export function warnOfIdle(values: Values, options: readonly string[], where: string): void {
  for (const option of options) if (values[option] !== undefined) console.error(`--${option} means nothing ${where}`);
}

/** The file named after a command. Throws a UserError if none is. */
export function namedFile(files: readonly string[], example: string): string {
  if (files[0]) return files[0];
  throw new UserError("no file is named", {fix: example});
}
