import {cutQuotes} from "./cut-quotes.ts";

export {cutQuotes};

/**
 * A mistake that the person running the command can put right. The command line
 * prints the message and the fix, and no stack. Everything else is a bug.
 *
 * @example
 * import {findEstimator, UserError} from "school-partnerships";
 *
 * try {
 *   findEstimator("crystal_ball");
 * } catch (error) {
 *   console.log(error instanceof UserError, error.message);
 * }
 * // true no estimator is called “crystal_ball”
 */
export class UserError extends Error {
  override name = "UserError";
  readonly fix: string;

  constructor(message: string, {fix, ...options}: {fix: string} & ErrorOptions) {
    super(message, options);
    this.fix = fix;
  }
}

/** Where in a published file something was found: rows count from 1, and row 1 is the header. */
export interface Place {
  file: string;
  row?: number | null;
  column?: string | null;
}

/**
 * A published file, or a table that is read as a panel, that does not say what it should, with the place in it.
 *
 * @example
 * import {PublishedFileError} from "school-partnerships";
 *
 * const {message, place} = new PublishedFileError("no whole number", {file: "panel.csv", row: 3, column: "year", fix: "write 2019"});
 * console.log(message);
 * console.log(place.row);
 * // panel.csv, row 3, column year: no whole number
 * // 3
 */
export class PublishedFileError extends UserError {
  override name = "PublishedFileError";
  readonly place: Place;

  constructor(problem: string, {file, row, column, fix}: Place & {fix: string}) {
    const where = [file, row && `row ${row}`, column && `column ${column}`].filter(Boolean).join(", ");
    super(`${where}: ${cutQuotes(problem)}`, {fix: cutQuotes(fix)});
    this.place = {file, row: row ?? null, column: column ?? null};
  }
}

/** A published file, or what looks like one, that is not damaged but cannot be used as it is: it is left out and reported. */
export class StrangeFileError extends PublishedFileError {
  override name = "StrangeFileError";
}
