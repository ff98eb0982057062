import type {AcademicYear} from "../../src/vocabulary/academic-year.ts";
import {collectReturns, HIDES_PERMANENT, type Collected} from "./collected.ts";
import {per, plainColumns, publish, type Cells, type Published, type Row} from "./csv.ts";
import type {England} from "./england.ts";
import type {Lives, SchoolYear} from "./life.ts";
import {censusDay, on} from "./school.ts";
import {academyLabel, placeCells, placeNames, round5, slashed, computeTotals} from "./statistics.ts";

const header = [
  "time_identifier",
  "time_period",
  ...placeNames,
  "estab",
  "laestab",
  "academy_type",
  "academy_open_date",
  "school_type",
  "num_schools",
  "headcount",
  "perm_excl",
  "perm_excl_rate",
  "fixed_excl",
  "fixed_excl_rate",
  "one_plus_fixed",
  "one_plus_fixed_rate"
];

type Counts = Omit<Collected, "ends">;

/** Exclusions by LAESTAB, all years in one file, the latest first; and the file that says what its columns mean. */
export function exclusionsFile(england: England, years: readonly AcademicYear[], lives: Lives): Published[] {
  const ordered = [...years].reverse();
  function* rows(): Generator<Row> {
    for (const year of ordered) yield* collectRows(england, year, lives);
  }
  return [
    publish("ees/exclusions_by_geographic_level.csv", plainColumns(header), rows()),
    publish(
      "ees/exclusions_by_geographic_level.meta.csv",
      plainColumns([
        "col_name",
        "col_type",
        "label",
        "indicator_grouping",
        "indicator_unit",
        "filter_hint",
        "filter_grouping_column"
      ]),
      [
        {col_name: "school_type", col_type: "Filter", label: "School type", filter_hint: "Filter by school type"},
        {col_name: "headcount", col_type: "Indicator", label: "Headcount"},
        {col_name: "perm_excl", col_type: "Indicator", label: "Number of permanent exclusions"},
        {col_name: "fixed_excl", col_type: "Indicator", label: "Number of fixed period exclusions"},
        {
          col_name: "one_plus_fixed",
          col_type: "Indicator",
          label: "Number of pupil enrolments with one or more fixed period exclusion"
        }
      ]
    )
  ];
}

/** Rows of academies, the totals, and all other rows. */
function* collectRows(england: England, year: AcademicYear, lives: Lives): Generator<Row> {
  const state = lives.in(year).filter(({school}) => !school.independent);
  const counted = new Map(state.map((life) => [life, collectReturns(life, "yearly")]));
  const isLabelled = (life: SchoolYear) => findLabel(life) !== null;
  const totals = computeTotals(england, year, state).map(({level, cells, lives: some}): Cells => {
    const sum = add(some.map((life) => counted.get(life)!));
    const local = level === "Local authority";
    const counts = makeCells(sum, local && year >= HIDES_PERMANENT, local);
    if (!local) for (const name of countNames) counts[name] = round5(Number(counts[name]));
    return {...cells, ...counts, academy_type: "Total", academy_open_date: "Total", num_schools: some.length};
  });
  for (const life of state) if (isLabelled(life)) yield schoolRow(life, counted.get(life)!);
  yield* totals;
  for (const life of state) if (!isLabelled(life)) yield schoolRow(life, counted.get(life)!);
}

/** What kind of academy a row says the school is; null where it is none, or none is distinguished yet. */
const findLabel = ({school, year}: SchoolYear): string | null =>
  year < HIDES_PERMANENT ? null : academyLabel(on(school, censusDay(year))!, year < 2017 ? "old" : "new");

function schoolRow(life: SchoolYear, counts: Counts): Cells[] {
  const {school, year} = life;
  const label = findLabel(life);
  const academy = {
    academy_type: label ?? "Total",
    academy_open_date: label ? slashed(on(school, censusDay(year))!.opened) : "Total",
    num_schools: 1
  };
  return [...placeCells(life), academy, makeCells(counts, year >= HIDES_PERMANENT, true)];
}

const add = (all: readonly Counts[]): Counts =>
  all.reduce((a, b) => ({
    headcount: a.headcount + b.headcount,
    permanent: a.permanent + b.permanent,
    fixed: a.fixed + b.fixed,
    once: a.once + b.once
  }));

/** Rounded in rows of the nation and regions; rates are of the counts before. */
const countNames = ["headcount", "perm_excl", "fixed_excl", "one_plus_fixed"];

/** x stands for one or two; scaled counts are never hidden. */
function makeCells({headcount, permanent, fixed, once}: Counts, hidesPermanent: boolean, hides: boolean): Cells {
  const few = (n: number) => n === 1 || n === 2;
  const cell = (n: number, hide: boolean) => (hide && few(n) ? "x" : Number(n.toFixed(6)));
  const rate = (n: number, hide: boolean) => (hide && few(n) ? "x" : headcount ? per(n, headcount, 2) : ".");
  return {
    headcount,
    perm_excl: cell(permanent, hidesPermanent),
    perm_excl_rate: rate(permanent, hidesPermanent),
    fixed_excl: cell(fixed, hides),
    fixed_excl_rate: rate(fixed, hides),
    one_plus_fixed: cell(once, hides),
    one_plus_fixed_rate: rate(once, hides)
  };
}
