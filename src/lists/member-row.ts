import type {Member} from "./member.ts";
import type {DateSpan} from "./date-span.ts";
import {formatDay} from "./date-span.ts";
import {EXAMPLE, NAME_COLUMN} from "./columns.ts";
import {readCost} from "./cost.ts";
import {readDate} from "./date.ts";
import {stops, warns, type Problem, type Reading} from "./problem.ts";
import {readSourced, rowReader, type RowContext, type RowReader} from "./source-cells.ts";
import type {Row} from "./table.ts";
import {readUrn} from "./urn.ts";
import {precisions, roles} from "./vocabulary.ts";
import {readWord} from "./word.ts";

/** What a row says, and everything wrong with it. `member` is null if any of that stops. */
export interface MemberRow {
  row: Row;
  member: Member | null;
  problems: Problem[];
  /** Null where the cell is no URN. */
  urn: number | null;
  /** What the row calls the school: its name, or whatever stands in place of the URN. */
  called: string;
}

/** Reads one row of a list of members, without looking at other rows or at the register. */
export function readMemberRow(row: Row, context: RowContext): MemberRow {
  const reader = rowReader(row);
  const {cell, take, report, problems} = reader;
  const sourced = readSourced(reader, context);
  if (sourced.partnership_id === EXAMPLE) report(null, leftWithin);
  const urn = take("urn", readUrn(cell("urn")));
  const role = takeNeeded(reader, "role", roles, "role");
  const precision = takeNeeded(reader, "date_precision", precisions, "precision");
  const from_date = withoutPlaceholder(reader, "from_date", readDate(cell("from_date"), {...context, precision}));
  const to_date = withoutPlaceholder(reader, "to_date", readDate(cell("to_date"), {...context, precision}));
  if (cell("from_date") === "") report("from_date", undated);
  checkOrder(reader, from_date, to_date, sourced.source_date);
  const cost_per_year = take("cost_per_year", readCost(cell("cost_per_year")));
  const usable = urn !== null && role !== null && precision !== null && !problems.some((p) => p.severity === "stops");
  const {file, row: number} = row;
  return {
    row,
    urn,
    called: cell(NAME_COLUMN) || (urn === null && /\p{L}{3}/u.test(cell("urn")) ? cell("urn") : ""),
    problems,
    member: usable
      ? {
          file,
          row: number,
          ...sourced,
          urn,
          school_name: cell(NAME_COLUMN) || null,
          role,
          from_date,
          to_date,
          date_precision: precision,
          cost_per_year
        }
      : null
  };
}

const leftWithin = stops("example_row", "is the example row of the template", "delete the row");
const undated = warns(
  "no_from_date",
  "is empty: the school is counted, but cannot be compared with others",
  "give at least the academic year, like 2018/19 with date_precision year"
);

/** 1 January 1900 and its kin, which registers write where they know no date, are none. */
const OLDEST = "1930-01-01";

function withoutPlaceholder({take, report}: RowReader, column: string, reading: Reading<DateSpan>): DateSpan | null {
  const date = take(column, reading);
  if (date === null || date.earliest >= OLDEST) return date;
  const found = `${formatDay(date.earliest)} stands for a date that is not known, so it is read as none`;
  report(column, warns("date_placeholder", found, "look the date up, or leave the cell empty"));
  return null;
}

function takeNeeded<T extends string>(
  {cell, take, report}: RowReader,
  column: string,
  words: Readonly<Record<T, readonly string[]>>,
  what: string
): T | null {
  if (cell(column) === "") report(column, stops("empty", "is empty", `write one of ${Object.keys(words).join(", ")}`));
  return take(column, readWord(cell(column), words, what));
}

function checkOrder({report}: RowReader, from: DateSpan | null, to: DateSpan | null, seen: DateSpan | null): void {
  if (from && to && to.latest < from.earliest) {
    const found = `ends by ${formatDay(to.latest)}, before it begins on ${formatDay(from.earliest)}`;
    report("to_date", stops("ends_before_start", found, "look both dates up; have they been swapped?"));
  }
  if (from && seen && from.earliest > seen.latest) {
    const found = `it joins on ${formatDay(from.earliest)}, after the list was drawn up on ${formatDay(seen.latest)}`;
    report("from_date", warns("joins_after_source", found, "look up both this and source_date"));
  }
}
