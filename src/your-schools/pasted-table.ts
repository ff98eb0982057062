import Papa from "papaparse";
import {NAME_COLUMN} from "../lists/columns.ts";
import {keptColumns, LAESTAB_COLUMN} from "../lists/kept-columns.ts";
import {parseList} from "../lists/table.ts";
import type {Register} from "../lists/register.ts";
import type {Confirmed, NamedLine, Pasted} from "./pasted.ts";

/** A number that a school may have: a URN or a LAESTAB. What is wrong with it is for the check to state. */
const NUMBERED = /\d{5,}|\d{3}[/ -]\d{4}/;

/**
 * A table with a header, title rows above it or not, ready to be checked: a row that names its school and numbers none
 * gets the URN that was confirmed, and is emptied where none was meant. Null where the text has no header.
 */
export function readPastedTable(
  text: string,
  {register, confirmed}: {register: Register; confirmed: Confirmed}
): Pasted | null {
  const parsed = parseList({file: "", text});
  const columns = parsed && keptColumns(parsed.cells);
  if (!parsed || !columns || columns.top < 0) return null;
  const {cells} = parsed;
  const {top, header, places} = columns;
  if (!isHeader(header) || cells.length < top + 2) return null;
  const name = places.get(NAME_COLUMN);
  const numbers = [places.get("urn"), places.get(LAESTAB_COLUMN)];
  const urn = places.get("urn") ?? header.length;
  const unconfirmed: NamedLine[] = [];
  const rows = cells.map((row, i) => {
    if (i <= top) return i === top && urn === header.length ? [...header, "urn"] : row;
    const called = nameRow(row, {name, urn: places.get("urn"), numbers});
    if (called === null) return row;
    const choice = confirmed.get(called);
    if (choice === undefined) unconfirmed.push({name: called, candidates: register.named(called, null)});
    return choice ? withCell(row, urn, String(choice)) : [];
  });
  return {text: rows.every((row, i) => row === cells[i]) ? text : Papa.unparse(rows, {newline: "\n"}), unconfirmed};
}

/** More than a title: two names of columns, or one that says what numbers stand below; and no number of a school. */
const isHeader = (header: readonly string[]): boolean => {
  const names = header.filter(Boolean);
  const isNumbers = names.some((one) => /\b(urns?|laestab|unique reference|(school|dfe) number|school)\b/i.test(one));
  return (names.length > 1 || isNumbers) && !names.some((one) => NUMBERED.test(one));
};

/** What a row calls its school, where nothing but that says which it is; null where a number does, or it has no school. */
function nameRow(
  row: readonly string[],
  {name, urn, numbers}: {name: number | undefined; urn: number | undefined; numbers: readonly (number | undefined)[]}
): string | null {
  if (numbers.some((place) => place !== undefined && NUMBERED.test(row[place] ?? ""))) return null;
  const filled = row.filter(Boolean);
  const called = [name, urn].map((place) => (place === undefined ? "" : (row[place] ?? ""))).find(isName) ?? "";
  const isTotal = filled.some((cell) => /^(?:grand |sub-?)?totals?\b/i.test(cell));
  return called === "" || isTotal ? null : called;
}

const isName = (cell: string): boolean => /\p{L}{3}/u.test(cell) && !/^(?:not known|unknown|tbc)$/i.test(cell);

const withCell = (row: readonly string[], place: number, value: string): string[] => {
  const cells = Array.from({length: Math.max(row.length, place + 1)}, (_, i) => row[i] ?? "");
  cells[place] = value;
  return cells;
};
