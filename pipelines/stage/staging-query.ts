import {isIdentifier, type Column, type Source} from "../../src/published-files/source.ts";
import {quote, quoteName} from "../warehouse.ts";

/** Of what file the cells are, and which of its columns are not there. */
export interface When {
  file_id: number;
  header_row: number;
  year: number | null;
  stage: string | null;
  snapshot: string | null;
  absent: ReadonlySet<string>;
  unpublished: ReadonlySet<string>;
  /** Percentages that stand as fractions of one. */
  fractions: ReadonlySet<string>;
}

/**
 * The staging query of a source with the typed cells of one file put in front
 * of it. Numbers are read first, and reasons only where there is none: nearly
 * every cell is read once.
 */
export function withCells(source: Source, when: When, query: string): string {
  const year = source.dated === "in_file" ? "published_year(raw.academic_year)" : (when.year ?? "null");
  const columns = Object.entries(source.columns).filter(([name]) => name !== "academic_year");
  const read = [
    "raw.rowid as row_before",
    `${year}::smallint as academic_year`,
    ...columns.flatMap(([name, column]) => readCell(name, column, when))
  ];
  const cells = [
    `${when.file_id}::smallint as file_id`,
    `(row_before + 1 + ${when.header_row})::integer as source_row`,
    "academic_year",
    `${when.stage ? quote(when.stage) : "null"}::varchar as stage`,
    `${when.snapshot ? quote(when.snapshot) : "null"}::date as snapshot`,
    ...columns.flatMap(([name, column]) => typedCell(source, name, column, when))
  ];
  return `with read as (
  select ${read.join(",\n    ")}
  from raw
),
cells as (
  select ${cells.join(",\n    ")}
  from read
)
${query}`;
}

const isGone = (name: string, {absent, unpublished}: When): string | null =>
  absent.has(name) ? "not_in_file" : unpublished.has(name) ? "not_in_years_table" : null;

function readCell(name: string, {is}: Column, when: When): string[] {
  if (isGone(name, when)) return [];
  const cell = `raw.${quoteName(name)}`;
  if (is === "number") {
    const number = when.fractions.has(name) ? `round(100 * published_number(${cell}), 9)` : `published_number(${cell})`;
    return [`${number} as ${quoteName(name)}`, `${cell} as ${quoteName(`${name} cell`)}`];
  }
  if (is === "date") return [`published_date(${cell}) as ${quoteName(name)}`];
  if (isIdentifier(name)) return [`published_identifier(${cell}) as ${quoteName(name)}`];
  return [`nullif(trim(${cell}), '') as ${quoteName(name)}`];
}

function typedCell({id}: Source, name: string, {is}: Column, when: When): string[] {
  const gone = isGone(name, when);
  const as = quoteName(name);
  const type = is === "number" ? "double" : is === "date" ? "date" : "varchar";
  const value = gone ? `null::${type} as ${as}` : as;
  if (is !== "number") return [value];
  const reason = gone
    ? quote(gone)
    : `case when ${as} is null then missing_reason_${id}(${quoteName(`${name} cell`)}) end`;
  return [value, `${reason}::reason_id as ${quoteName(`${name}_missing`)}`];
}
