import {NAME_COLUMN, memberColumns} from "./columns.ts";
import {isMonthFirst} from "./date.ts";
import {coarser, isDashedYear, writeSpan} from "./human-date.ts";
import {bodyColumn, fillDown, otherBodies} from "./kept-body.ts";
import {keptColumns, LA_COLUMN, LAESTAB_COLUMN, UKPRN_COLUMN} from "./kept-columns.ts";
import {lyingTable, maybeDates, rivalColumns} from "./kept-doubts.ts";
import {withLaestab} from "./kept-laestab.ts";
import {pairColumns, pairRows, readAsPairs} from "./kept-pairs.ts";
import {keepRows, reportColumns, type KeptRow} from "./kept-rows.ts";
import {keptCost, keptDate, keptRole, saysNoDate, type KeptDate} from "./kept-cells.ts";
import {keptNumber} from "./kept-number.ts";
import {findLacks, type Lacks} from "./lacks.ts";
import {writeRowNote} from "./member.ts";
import {at, type Finding, type Problem} from "./problem.ts";
import type {Register} from "./register.ts";
import {formulas, parseList, type ListFile, type Row} from "./table.ts";
import type {Precision} from "./vocabulary.ts";
import {typeNamed, makeId, type WholeList} from "./whole-list.ts";

/** A school on a list that is in no file: it cannot be in any figure. */
export interface Unmatched {
  file: string;
  row: number;
  partnership_id: string;
  partnership_name: string;
  partnership_kind: string;
  /** Null where the list gives another number, which nothing knows. */
  urn: number | null;
  /** What the list calls it: its name, else its number. */
  name: string;
  why: string;
}

/** A list as people keep it, in the right form. */
export interface KeptList {
  rows: Row[];
  problems: Problem[];
  unmatched: Unmatched[];
  /** What the file itself calls a column of the right form. */
  called: ReadonlyMap<string, string>;
  /** What the list does not say, and was not said for it: rows can be used if that is nothing that must be known. */
  lacks: Lacks;
  schools: number;
  /** The column by which it states its schools. */
  by: string;
}

/**
 * Brings a list as people keep it into the right form: one column of URNs is enough, other columns may stay. What the
 * whole list does not say is taken from `whole`. Nothing is guessed: what is not written as usual is refused by the
 * strict reading of the rows. Null if the file holds no column of schools.
 */
export function readKeptList(
  list: ListFile,
  {whole, register}: {whole: WholeList; register: Register | null}
): KeptList | null {
  const parsed = parseList(list);
  if (parsed === null) return null;
  const all = withLaestab(parsed.cells);
  const columns = keptColumns(all);
  if (columns === null) return null;
  const {file} = list;
  const {by, top, header} = columns;
  const byName = by === UKPRN_COLUMN || by === NAME_COLUMN;
  const pair = pairColumns(header);
  const places = new Map([...columns.places, ...(pair ? [["urn", pair.supported] as const] : [])]);
  const body = places.has("partnership_name") ? -1 : bodyColumn(header, whole.partnership_kind ?? null);
  if (body >= 0 && whole.partnership_kind !== undefined && whole.partnership_name === undefined)
    places.set("partnership_name", body);
  const lying = lyingTable(all, columns, file);
  const reported = lying
    ? [lying]
    : [
        ...reportColumns({...columns, places}, all, file, pair?.supporter ?? null),
        ...rivalColumns({...columns, places}, all, file),
        ...(pair ? [at(readAsPairs(header, pair), {file})] : [])
      ];
  const read = lying
    ? {rows: [], problems: []}
    : keepRows(all.slice(top + 1), {columns: {...columns, places}, file, mark: parsed.mark});
  const cell = (row: KeptRow, column: string) =>
    column === "role" && row.role ? row.role : (row.cells[places.get(column) ?? -1] ?? "");
  const start = (row: KeptRow) =>
    keptDate(cell(row, "from_date"), {dashed_years: true, leaving: false}).date?.span.earliest ?? "";
  const merged = mergedCells(read.rows, {places, header, file});
  const kept = {
    problems: [...read.problems, ...merged.problems],
    rows: pair ? pairRows(merged.rows, pair, {name: places.get(NAME_COLUMN), start}) : merged.rows
  };
  const dashed = (column: string) =>
    kept.rows.some((row) => isDashedYear(cell(row, column)) && Number(cell(row, column).slice(-2)) > 12);
  const dashedYears = {from_date: dashed("from_date"), to_date: dashed("to_date")};
  const lacks = findLacks({
    cell: (row, column) => cell(row, column),
    rows: kept.rows,
    whole,
    places,
    register,
    by,
    body: body >= 0 && whole.partnership_name === undefined ? header[body] : null,
    maybe: maybeDates({...columns, places}, all)
  });
  const others =
    body >= 0 && whole.partnership_kind !== undefined && whole.partnership_name !== undefined
      ? otherBodies(kept.rows, {place: body, name: header[body], file, said: whole.partnership_name})
      : [];
  const problems = [...parsed.problems, ...reported, ...kept.problems, ...others];
  const unmatched: Unmatched[] = [];
  const rows: Row[] = [];
  for (const row of lacks.unreadable ? [] : kept.rows) {
    const place = {file, row: row.row};
    const report = (column: string, finding: Finding | null) =>
      void (finding && problems.push(at(finding, {...place, column})));
    const from = readKeptDate(cell(row, "from_date") || (whole.from_date ?? ""), false, dashedYears.from_date);
    const to = readKeptDate(cell(row, "to_date") || (whole.to_date ?? ""), true, dashedYears.to_date);
    report("from_date", from.finding);
    report("to_date", to.finding);
    const precision = [from, to].map(readPrecision).reduce(coarser, "day");
    const role =
      cell(row, "role") === "" ? {text: whole.role ?? lacks.role, finding: null} : keptRole(cell(row, "role"));
    report("role", role.finding);
    const name = cell(row, "partnership_name") || (whole.partnership_name ?? "");
    const ids = cell(row, "partnership_id") || (whole.partnership_id ?? "") || makeId(name);
    const type = cell(row, "partnership_kind");
    const partnership_type = type ? (typeNamed(type) ?? type) : (whole.partnership_kind ?? "");
    const school_name = cell(row, NAME_COLUMN).replace(/^[-–—•*]\s*/, "");
    const number = keptNumber(
      {
        urn: cell(row, "urn"),
        laestab: cell(row, LAESTAB_COLUMN),
        ukprn: byName ? cell(row, UKPRN_COLUMN) : "",
        name: byName ? school_name : "",
        la: cell(row, LA_COLUMN),
        day: from.date?.span.earliest ?? null
      },
      register
    );
    report(by, number.finding);
    if (number.lost) {
      unmatched.push({
        ...place,
        partnership_id: ids,
        partnership_name: name,
        partnership_kind: partnership_type,
        urn: null,
        name: school_name || number.lost,
        why: number.finding?.code ?? ""
      });
      continue;
    }
    const cells = {
      ...Object.fromEntries(Object.keys(memberColumns).map((column) => [column, cell(row, column)])),
      partnership_id: ids,
      partnership_name: name,
      partnership_kind: partnership_type,
      urn: number.text,
      role: role.text,
      from_date: readText(from, precision),
      to_date: readText(to, precision),
      date_precision: precision,
      cost_per_year: keptCost(cell(row, "cost_per_year")),
      source_url: cell(row, "source_url") || (whole.source_url ?? ""),
      note: cell(row, "note") || writeRowNote(file, row.row),
      [NAME_COLUMN]: school_name
    };
    rows.push({...place, cells});
    problems.push(...formulas(cells, place));
  }
  return {
    rows,
    problems: [...problems, ...(lying ? [] : lacks.findings(file).map((finding) => at(finding, {file})))],
    unmatched,
    called: new Map([...places].flatMap(([column, n]) => (header[n] ? [[column, header[n]]] : []))),
    lacks,
    schools: kept.rows.length,
    by
  };
}

interface SpokenDate extends KeptDate {
  text: string;
}

function readKeptDate(text: string, leaving: boolean, dashed_years: boolean): SpokenDate {
  if (text === "" || saysNoDate(text, leaving)) return {text: "", date: null, finding: null};
  return {text, ...keptDate(text, {dashed_years, leaving})};
}

/** Of 2010-11, which could be a month too, the strict reading asks as of a year. */
const readPrecision = ({text, date}: SpokenDate): Precision => date?.precision ?? (isDashedYear(text) ? "year" : "day");

/** Days between slashes stay so: another row may show that the month comes first. */
function readText({text, date}: SpokenDate, precision: Precision): string {
  if (!date) return text;
  const slashed = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})$/.exec(text);
  if (precision === "day" && slashed && !isMonthFirst(text)) {
    return `${slashed[1]}/${slashed[2]}/${date.span.earliest.slice(0, 4)}`;
  }
  return writeSpan(date.span, precision);
}

/** Names and types of partnerships that stand once for the rows below. */
function mergedCells(
  rows: readonly KeptRow[],
  {places, header, file}: {places: ReadonlyMap<string, number>; header: readonly string[]; file: string}
): {rows: readonly KeptRow[]; problems: Problem[]} {
  const columns = ["partnership_name", "partnership_kind"].flatMap((column) => places.get(column) ?? []);
  return columns.reduce<{rows: readonly KeptRow[]; problems: Problem[]}>(
    (before, place) => {
      const filled = fillDown(before.rows, {place, file, column: header[place]});
      return {rows: filled.rows, problems: [...before.problems, ...filled.problems]};
    },
    {rows, problems: []}
  );
}
