import {closestNames} from "../../../src/published-files/closest-names.ts";
import {UserError} from "../../../src/library/errors.ts";
import {isPartialDate, type PartialDate} from "../../../src/vocabulary/partial-date.ts";

/** Reads the text of a cell; throws a UserError that says what was found and what to write instead. */
export type ReadCell<T> = (text: string) => T;

/** Any text, the empty one too: the column’s own description says what empty means. */
export const text: ReadCell<string> = (found) => found;

/** Text that must be there. */
export const required: ReadCell<string> = (found) => {
  if (found) return found;
  throw new UserError("the cell is empty", {fix: "fill it in"});
};

/** One of a few words. */
export const chooseOne =
  <Word extends string>(...words: readonly Word[]): ReadCell<Word> =>
  (found) => {
    const word = words.find((one) => one === found);
    if (word !== undefined) return word;
    const near = closestNames(found, words, 1)[0];
    throw new UserError(`“${found}” is not one of: ${words.join(", ")}`, {
      fix: near ? `did you mean ${near}?` : "write one of them"
    });
  };

/** Words apart by a space, each read by itself; none if the cell is empty. */
export const several =
  <T>(read: ReadCell<T>): ReadCell<T[]> =>
  (found) =>
    found ? found.split(" ").map(read) : [];

/** A text of one form. */
export const matching =
  (form: RegExp, example: string): ReadCell<string> =>
  (found) => {
    if (form.test(found)) return found;
    throw new UserError(`found “${found}”`, {fix: `write it as ${example}`});
  };

/** As another, or nothing. */
export const orEmpty =
  <T>(read: ReadCell<T>): ReadCell<T | ""> =>
  (found) =>
    found === "" ? "" : read(found);

/** A date as far as it is known. */
export const partialDate: ReadCell<PartialDate> = (found) => {
  if (isPartialDate(found)) return found;
  throw new UserError(`“${found}” is not a date`, {fix: "write 2018-09-01, 2018-09 or 2018"});
};

/** A whole number. */
export const wholeNumber: ReadCell<number> = (found) => {
  if (/^\d+$/.test(found)) return Number(found);
  throw new UserError(`“${found}” is not a whole number`, {fix: "write digits only"});
};

/** The three digits of a local authority, and the ONS code of an area. */
export const laCode = matching(/^[1-9]\d\d$/, "373");
export const onsCode = matching(/^E\d{8}$/, "E08000019");

/** The address of a site or page. */
export const webAddress = matching(/^https:\/\/\S+$/, "https://www.example.org");
