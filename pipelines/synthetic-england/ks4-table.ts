import ks4 from "../sources/ks4_performance/source.ts";
import type {AcademicYear} from "../../src/vocabulary/academic-year.ts";
import {publish, tableYear, type Cell, type Cells, type Published} from "./csv.ts";
import type {England} from "./england.ts";
import {sumGroups, type Groups} from "./groups.ts";
import {aboutIndependent, FEWEST, isNewMeasure, OPT_IN, results, schoolResults} from "./ks4-cells.ts";
import {ks4Column} from "./ks4-columns.ts";
import {ks4Groups, ks4Sums, type Ks4Sum as Summed} from "./ks4-groups.ts";
import {historyCells} from "./ks4-history.ts";
import {ks4Sum} from "./ks4.ts";
import {layOut} from "./layout.ts";
import type {Lives, SchoolYear} from "./life.ts";
import {on, tableDay} from "./school.ts";
import {printedRoll, schoolCells} from "./tables.ts";
import {remembered, wideColumns, wideRow, type WideColumn} from "./wide-table.ts";

/** Cells of ours that no descriptor reads, by the publisher’s names. */
const ours = [
  "ALPHAIND",
  "SCHNAME_AC",
  "ADDRESS1",
  "ADDRESS2",
  "ADDRESS3",
  "TOWN",
  "TELNUM",
  "PCON_CODE",
  "PCON_NAME",
  "CONTFLAG",
  "FEEDER",
  "TABKS2",
  "TAB1618",
  "CONFEXAM",
  "BPUP",
  "GPUP",
  "P8MEACOV",
  "TEBACC_E"
];

/** The key stage 4 table of a year. */
export function ks4Table(england: England, year: AcademicYear, lives: Lives): Published {
  const secondary = lives.in(year).filter(({school}) => school.phase !== "primary" && on(school, tableDay(year)));
  const columns = wideColumns(layOut("ks4", year, ks4)!, {source: ks4, year, ours}, ks4Column);
  function* rows(): Generator<Cell[]> {
    for (const life of secondary) yield schoolRow(columns, life, {year, lives});
    yield* totals(england, secondary, {year, columns});
  }
  const path = `performance_tables/${tableYear(year)}_england_ks4final.csv`;
  return publish(path, columns, rows(), {encoding: year <= 2013 ? "windows-1252" : "utf-8 with mark"});
}

function schoolRow(columns: Columns, life: SchoolYear, {year, lives}: {year: AcademicYear; lives: Lives}): Cell[] {
  const {school, ks4: own} = life;
  const about = schoolCells(life, year);
  const cells = [about, own ? schoolResults(life, own, year) : {}, year === 2011 ? historyCells(life, lives) : {}];
  const row = wideRow(columns, cells, {
    listGroups: remembered(makeGroups(life), (then) => makeGroups(lives.of(school, then))),
    hidden: hideCells(life),
    digits: 0,
    fewest: FEWEST
  });
  // Rows of new schools end with their roll, and those of schools without Progress 8 before its band.
  const last = about["roll"] === "NEW" ? "roll" : school.independent && year >= 2018 ? "triple_science_pct" : null;
  return last === null ? row : row.slice(0, columns.findIndex(({cells: name}) => name === last) + 1);
}

function hideCells({school, ks4: own}: SchoolYear): Cell {
  if (!own) return "";
  if (school.independent) return "NP";
  if (school.enters_nobody) return "NE";
  return own.pupils < FEWEST ? "SUPP" : undefined;
}

type Columns = readonly WideColumn<Summed>[];

/** The groups of a school’s pupils; null of a school that has no results then. */
function makeGroups(life: SchoolYear | undefined): Groups<Summed> | null {
  const own = life?.ks4;
  return own ? life.drawn("ks4_groups", (_, draw) => ks4Groups(own, draw)) : null;
}

function totals(
  england: England,
  lives: readonly SchoolYear[],
  {year, columns}: {year: AcademicYear; columns: Columns}
): Cell[][] {
  const state = lives.filter(({school}) => !school.independent);
  const digits = year <= 2018 ? 1 : 0;
  const total = (
    some: readonly SchoolYear[],
    {more, only}: {more: Cells; only?: (name: string) => boolean}
  ): Cell[] => {
    const sum = ks4Sum(some.flatMap(({ks4: one}) => one ?? []));
    const cells: Cells = {...results(sum, year, digits), roll: printedRoll(some, year)};
    for (const name of Object.keys(cells)) {
      // There is no total of the schools that opted in.
      if (year === OPT_IN && isNewMeasure(name)) cells[name] = "";
      if (only && !only(name)) cells[name] = "";
    }
    const groups = sumGroups(
      ks4Sums,
      some.flatMap((life) => makeGroups(life) ?? [])
    );
    // Totals do not repeat earlier years here.
    const listGroups = (then: AcademicYear | null) => (then === null ? groups : null);
    return wideRow(columns, [cells, more], {listGroups, hidden: only ? "" : undefined, digits, fewest: 1});
  };
  const noLimits = {progress8_low: "", progress8_high: "", value_added_low: "", value_added_high: ""};
  return [
    ...england.authorities.map(({code}) =>
      total(
        state.filter(({school}) => school.authority.code === code),
        {more: {record_type: 4, la_code: code}}
      )
    ),
    total(lives, {more: {record_type: 5}, only: (name) => name === "roll" || aboutIndependent.has(name)}),
    total(state, {more: {record_type: 7, ...noLimits}})
  ];
}
