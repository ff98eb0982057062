import {NAME_COLUMN} from "./columns.ts";
import {LAESTAB_COLUMN, UKPRN_COLUMN, type KeptColumns} from "./kept-columns.ts";
import {isHalfLaestab} from "./kept-laestab.ts";
import {at, notes, stops, type Finding, type Problem} from "./problem.ts";
import {shorten} from "./row-shape.ts";
import type {Role} from "./vocabulary.ts";

/** A row of a school, and where it stands in the file. */
export interface KeptRow {
  row: number;
  cells: readonly string[];
  /** The role that the list gives by where the school stands; from its own cell otherwise. */
  role?: Role;
}

/** What was made of the columns of a list. */
export function reportColumns(
  {top, header, places, rivals}: KeptColumns,
  cells: readonly (readonly string[])[],
  file: string,
  supporter: number | null = null
): Problem[] {
  const used = new Set([...places.values(), ...(supporter === null ? [] : [supporter])]);
  const halves = header.at(-1) === "LAESTAB" && used.has(header.length - 1);
  const unread = header.filter((name, n) => name !== "" && !used.has(n) && !(halves && isHalfLaestab(name)));
  const above = cells
    .slice(0, Math.max(0, top))
    .filter((row) => row.some(Boolean) && !row[0]?.toLowerCase().startsWith("sep="));
  const problems: Problem[] = [];
  if (above.length)
    problems.push(at(notes("title_rows", `the header stands in row ${top + 1}; what is above it is not read`), {file}));
  const renamed = [...places].filter(
    ([column, n]) => header[n] && header[n].toLowerCase().replaceAll(" ", "_") !== column
  );
  if (renamed.length) {
    const said = renamed.map(([column, n]) => `“${header[n]}” as ${column}`).join(", ");
    problems.push(at(notes("columns_read", `reads ${said}`), {file}));
  }
  if (unread.length) {
    problems.push(at(notes("columns_stay", `has other columns, which may stay: ${unread.join(", ")}`), {file}));
  }
  if (rivals.length) {
    const said = rivals.map((n) => header[n] || `column ${n + 1}`).join(" and ");
    problems.push(
      at(
        stops(
          "urn_columns",
          `has several columns of six digits: ${said}`,
          "call the one that holds the schools’ URNs urn"
        ),
        {file}
      )
    );
  }
  return problems;
}

/** The rows of schools: without empty ones, totals, remarks and headers that are repeated. */
export function keepRows(
  below: readonly (readonly string[])[],
  {columns: {by, top, header, places, rivals}, file, mark}: {columns: KeptColumns; file: string; mark: string}
): {rows: KeptRow[]; problems: Problem[]} {
  const problems: Problem[] = [];
  const rows: KeptRow[] = [];
  const read = [...places.values()];
  const number = (row: readonly string[]) =>
    row[places.get("urn") ?? -1] || row[places.get(LAESTAB_COLUMN) ?? -1] || row[places.get(UKPRN_COLUMN) ?? -1] || "";
  const isNamed = (row: readonly string[]) => by === NAME_COLUMN && Boolean(row[places.get(NAME_COLUMN) ?? -1]);
  const end = below.findLastIndex((row) => row.some(Boolean));
  let empty = 0;
  for (const [n, cells] of below.slice(0, end + 1).entries()) {
    const place = {file, row: top + n + 2};
    const filled = cells.filter(Boolean);
    const report = (finding: Finding) => void problems.push(at(finding, place));
    if (filled.length === 0) empty += 1;
    else if (header.length && cells.every((cell, i) => cell === (header[i] ?? ""))) {
      report(notes("header_again", "is the header again, so it is not read"));
    } else if (filled.every((cell) => /^:?-{2,}:?$/.test(cell))) {
      report(notes("rule_row", "is a line between rows, so it is not read"));
    } else if (!/\d{5}/.test(number(cells)) && filled.some((cell) => /^(?:grand |sub-?)?totals?\b/i.test(cell))) {
      report(notes("totals_row", "is a row of totals, so it is not read"));
    } else if (number(cells) === "" && !isNamed(cells) && read.every((i) => !cells[i] || filled.length === 1)) {
      report(notes("remark_row", `holds only “${shorten(filled[0])}”, so it is not read`));
    } else if (!/\d{5}/.test(number(cells)) && isRemark(cells, isNamed(cells) ? 1 : header.length)) {
      report(notes("remark_row", `holds only “${shorten(filled[0])}”, so it is not read`));
    } else if (header.length && cells.slice(header.length).some(Boolean)) report(tooMany(cells, header.length, mark));
    else rows.push({row: place.row, cells});
  }
  if (empty)
    problems.push(at(notes("row_empty", `${empty} empty ${empty === 1 ? "row is" : "rows are"} not read`), {file}));
  if (rows.length === 0 && rivals.length === 0) {
    problems.push(at(stops("no_rows", "has a header and no rows", "give every school a row"), {file}));
  }
  return {rows: rivals.length ? [] : rows, problems};
}

/** A line of words below the schools, or between them. Of a single column a name could be a school’s. */
function isRemark(cells: readonly string[], width: number): boolean {
  const [first, ...others] = cells.filter(Boolean);
  if (
    /^(?:[*†‡(©]|(?:notes?|sources?|(?:last )?updated|correct (?:as )?at|as at|data (?:as|from)|page)\b)/i.test(first)
  ) {
    return others.length === 0 || cells.length > width;
  }
  return (
    others.length === 0 && width > 1 && (!/\d/.test(first) || (!/\d{5}/.test(first) && first.split(/\s+/).length > 2))
  );
}

const tooMany = (cells: readonly string[], width: number, mark: string): Finding => {
  const word = mark === "\t" ? "tab" : mark === ";" ? "semicolon" : "comma";
  return stops(
    "row_shape",
    `has ${cells.findLastIndex(Boolean) + 1} cells where the header has ${width}, so it is not read`,
    `put quotation marks around a cell that holds a ${word}, or save the list from the spreadsheet`
  );
};
