import {cutQuotes} from "./cut-quotes.ts";

/**
 * A mistake that the person running the command can put right. The command line
 * prints the message and the fix, and no stack. Everything else is a bug.
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

/** A published file that does not say what its descriptor says it says. */
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
