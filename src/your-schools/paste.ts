import Papa from "papaparse";
import {keptDate, keptRole} from "../lists/kept-cells.ts";
import type {Register} from "../lists/register.ts";
import type {Confirmed, NamedLine, Pasted} from "./pasted.ts";
import {readPastedTable} from "./pasted-table.ts";
import {areTooMany, findTooMuch, TOO_MUCH} from "./too-much.ts";

const COLUMNS = ["urn", "school_name", "role", "from_date", "to_date"] as const;

type Line = Record<(typeof COLUMNS)[number], string>;

const NUMBER = /^\d{5,7}$/;
const LAESTAB = /^\d{3}[/ -]?\d{4}$/;

/**
 * What people paste: URNs or LAESTABs with anything between them, or a line a school with when it joined and its role, or
 * a table with its header. A name stands for no school until it is confirmed. Throws an Error at more than a list of
 * schools holds, which a browser would not come back from.
 */
export function readPasted(text: string, context: {register: Register; confirmed: Confirmed}): Pasted {
  const tooMuch = findTooMuch(text);
  if (tooMuch !== null) throw new Error(tooMuch);
  const plain = text.replace(/^\ufeff/, "").replaceAll(/[\u00a0\u200b]/g, " ");
  const lines = plain
    .split(/\r\n|\r|\n/)
    // Of a long run of spaces a search for what follows them would begin anew at each.
    .map((line) => line.trim().replaceAll(/ +/g, " "))
    .filter(Boolean);
  if (lines.length === 0) return {text, unconfirmed: []};
  return readPastedTable(plain, context) ?? readLines(lines, context);
}

function readLines(
  lines: readonly string[],
  {register, confirmed}: {register: Register; confirmed: Confirmed}
): Pasted {
  const rows: Line[] = [];
  const unconfirmed: NamedLine[] = [];
  for (const line of lines) {
    if (areTooMany(rows.length)) throw new Error(TOO_MUCH);
    const cells = line
      .split(/[\t,;|]+/)
      .map((cell) => cell.trim().replace(/^"(.*)"$/, "$1"))
      .filter(Boolean);
    if (cells.every((cell) => cell.split(/\s+/).every((word) => NUMBER.test(word)))) {
      const numbers = cells.flatMap((cell) => cell.split(/\s+/));
      rows.push(
        ...numbers.map((number) => ({
          urn: readUrn(number, register),
          school_name: "",
          role: "",
          from_date: "",
          to_date: ""
        }))
      );
      continue;
    }
    const {rest, ...said} = takeDatesAndRole(cells.flatMap(splitAtDates));
    const numbers = extractNumbers(rest.join(", "));
    if (numbers.length > 0) {
      const called = numbers.length === 1 ? findName(rest.join(" "), numbers[0]) : "";
      const named = said.role === "" && isRole(called) ? {school_name: "", role: called} : {school_name: called};
      rows.push(...numbers.map((number) => ({urn: readUrn(number, register), ...said, ...named})));
      continue;
    }
    const name = rest.join(", ");
    if (name === "") continue;
    const choice = confirmed.get(name);
    if (choice === undefined) unconfirmed.push({name, candidates: register.named(name, null)});
    else if (choice !== null) rows.push({urn: String(choice), school_name: name, ...said});
  }
  if (areTooMany(rows.length)) throw new Error(TOO_MUCH);
  return {text: writeLines(rows), unconfirmed};
}

/** A table of the columns that any line says something of. */
function writeLines(rows: readonly Line[]): string {
  const columns = COLUMNS.filter((column) => column === "urn" || rows.some((row) => row[column] !== ""));
  return Papa.unparse([columns, ...rows.map((row) => columns.map((column) => row[column]))], {newline: "\n"});
}

/** A day or an academic year in digits, with the word before it. */
const DATED =
  /((?:\b(?:joined|since|from|left|until|to) +)?(?<![\d/.-])(?:\d{1,2}([/.-])\d{1,2}\2(?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}|(?:19|20)\d{2}\/\d{2}(?:\d{2})?)(?![\d/.-]))/gi;

/** Words with dates among them, such as “900001 01/09/2018”, in cells of their own. */
const splitAtDates = (cell: string): string[] =>
  isDate(cell)
    ? [cell]
    : cell
        .replaceAll(DATED, "\t$1\t")
        .split(/ *\t */)
        .filter(Boolean);

const isRole = (text: string): boolean => ["supported", "supporter", "member"].includes(keptRole(text).text);

/** The cells of a line without the days of joining and, if there is a second or the word says so, of leaving, and without the role, as they were written. */
function takeDatesAndRole(cells: readonly string[]): {rest: string[]} & Pick<Line, "from_date" | "to_date" | "role"> {
  const dated = [...cells.keys()].filter((i) => isDate(cells[i])).slice(0, 2);
  const leaving = dated.find((i) => LEAVING.test(cells[i])) ?? dated.at(1);
  const joining = dated.find((i) => i !== leaving);
  const named = cells.findIndex(isRole);
  return {
    rest: cells.filter((_, i) => !dated.includes(i) && i !== named),
    from_date: joining === undefined ? "" : cells[joining],
    to_date: leaving === undefined ? "" : cells[leaving].replace(/^to +/i, ""),
    role: cells[named] ?? ""
  };
}

const LEAVING = /^(?:left|until|to) /i;

const isDate = (cell: string): boolean =>
  !NUMBER.test(cell) && keptDate(cell.replace(/^to +/i, ""), {dashed_years: false}).date !== null;

/** All URNs of a line, or else all LAESTABs; the second half of a telephone number is none. */
const extractNumbers = (line: string): string[] =>
  line.match(/(?<![\d/]|\b0\d{2,4}[ -])\d{6}(?![\d/])/g) ??
  line.match(/(?<!\d|\b0\d{2,4}[ -])\d{3}[/ -]?\d{4}(?!\d)/g) ??
  [];

const findName = (line: string, number: string): string =>
  line
    .replace(number, " ")
    .replace(/[()]+/g, " ")
    .replace(/\bURN\b:?/i, " ")
    .replace(/\s+/g, " ")
    .replace(/^[-–—•*:. ]+|[-–—•*: ]+$/g, "");

/** The URN that a LAESTAB has now, where one open school has it; otherwise the number as it stands, for the check to state. */
function readUrn(number: string, register: Register): string {
  if (!LAESTAB.test(number)) return number;
  const digits = number.replace(/\D/g, "");
  const all = register.numbered(`${digits.slice(0, 3)}/${digits.slice(3)}`);
  const open = all.filter(({close_date}) => close_date === null);
  const [only] = open.length === 1 ? open : all.length === 1 ? all : [];
  return only ? String(only.urn) : number;
}
