import {join} from "node:path";
import {TITLE_ROWS} from "../../src/published-files/header.ts";
import {isInForm} from "../../src/lists/in-form.ts";
import {readKeptList} from "../../src/lists/kept-list.ts";
import {commandFor, sayLacks} from "../../src/lists/lacks.ts";
import type {ListFile} from "../../src/lists/table.ts";
import {plainName} from "../../src/published-files/recognise.ts";

/** No list that people keep is longer. */
const MOST_LETTERS = 4_000_000;

/** Whether a text is a list of members or of partnerships that says of itself all that has to be known. */
export const isList = (list: ListFile): boolean =>
  isInForm(list.text) || namesPartnershipTypes(list.text) || keptLacks(list)?.lacks.needed.length === 0;

/** A list may be separated by other marks than commas, and stand below a title: src/lists states what is wrong with it. */
const namesPartnershipTypes = (text: string): boolean =>
  text
    .split(/\r\n|\r|\n/, TITLE_ROWS + 1)
    .map((line) => line.split(/[,;\t]/).map((name) => plainName(name.replaceAll('"', ""))))
    .some((names) => ["partnership_id", "partnership_kind"].every((name) => names.includes(name)));

/** Whether a list is of members: it has a column of schools; a list of partnerships has none. */
export const hasSchools = (list: ListFile): boolean => isInForm(list.text) || keptLacks(list) !== null;

const keptLacks = (list: ListFile) =>
  list.text.length > MOST_LETTERS ? null : readKeptList(list, {whole: {}, register: null});

/**
 * What a list of schools in a folder of files does not say, and the command that puts it right; null if it is no such
 * list, or lacks nothing.
 */
export function whatListLacks(list: ListFile, folder: string): string | null {
  const kept = keptLacks(list);
  if (!kept || kept.schools === 0 || kept.lacks.needed.length === 0) return null;
  const {schools, lacks} = kept;
  const count = `${schools} ${schools === 1 ? "school" : "schools"}`;
  const path = join(folder, list.file);
  const command = list.file.includes(" › ")
    ? "unpack it and run check-list on it"
    : commandFor(path, lacks, path.replace(/\.[a-z]+$/i, "") + ".list.csv");
  return `if it is a partnership’s list of ${count}, it does not say ${sayLacks(lacks)}; say it once for all of them: ${command}`;
}
