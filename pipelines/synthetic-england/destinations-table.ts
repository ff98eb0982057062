import source from "../sources/ks4_destinations/source.ts";
import type {AcademicYear} from "../../src/vocabulary/academic-year.ts";
import {pickColumns, publish, tableYear, type Cells, type Published} from "./csv.ts";
import type {England} from "./england.ts";
import {addLeavers, leaverCounts, leaverGroups, simulateLeavers, type Left} from "./leavers.ts";
import type {Lives} from "./life.ts";
import {on, tableDay} from "./school.ts";
import {schoolCells} from "./tables.ts";

const parts = ["APPREN", "EMPLOYMENT", "FE", "SCH_6TH", "SIXTH_COL", "OTHER_EDU", "NOT_SUSTAINED", "UNKNOWN"] as const;
const layout = [
  "RECTYPE",
  "LEA",
  "ESTAB",
  "URN",
  "ICLOSE",
  "SCHNAME",
  "NFTYPE",
  ...leaverGroups.flatMap((group) => [
    ...leaverCounts.map((name) => name + group),
    ...leaverCounts.slice(1).map((name) => `${name}PER${group}`)
  ])
];

/** The destinations printed in a year’s tables: of those who left two years before. */
export function destinationsTable(england: England, year: AcademicYear, lives: Lives): Published {
  const now = lives.in(year).filter(({school}) => on(school, tableDay(year)));
  const before = new Map(lives.in(year - 2).map((life) => [life.school, life]));
  const left = now.flatMap((life) => {
    const then = before.get(life.school);
    return then && then.school.phase !== "primary" && !then.school.independent && life.ks4
      ? [{life, leavers: then.drawn("leavers", simulateLeavers)}]
      : [];
  });
  const rows = left.map(({life, leavers}): Cells => {
    const cells = schoolCells(life, year);
    return {
      ...makeCells(leavers, 11),
      ...Object.fromEntries(
        [
          ["RECTYPE", "record_type"],
          ["LEA", "la_code"],
          ["ESTAB", "estab"],
          ["URN", "urn"],
          ["ICLOSE", "closed"],
          ["SCHNAME", "school_name"],
          ["NFTYPE", "school_type"]
        ].map(([theirs, ours]) => [theirs, cells[ours]])
      )
    };
  });
  const total = (some: typeof left) => makeCells(add(some.map(({leavers}) => leavers)), 0);
  const authorities = england.authorities.map(({code}) => ({
    ...total(left.filter(({life}) => life.school.authority.code === code)),
    RECTYPE: "LA",
    LEA: code
  }));
  const path = `performance_tables/${tableYear(year)}_england_ks4-pupdest.csv`;
  const columns = pickColumns(source, year, layout);
  return publish(path, columns, [...rows, ...authorities, {...total(left), RECTYPE: "NAT"}], {
    encoding: "utf-8 with mark",
    newline: "\n"
  });
}

const add = (all: readonly Left[]): Left =>
  Object.fromEntries(leaverGroups.map((group) => [group, addLeavers(all.map((one) => one[group]))])) as Left;

/** Groups of fewer leavers than `fewest` are hidden, and one part of a split that would state of the other. */
function makeCells(left: Left, fewest: number): Cells {
  const cells: Cells = {};
  const hidesSplit = left._DIS.COHORT < fewest || left._NONDIS.COHORT < fewest;
  for (const group of leaverGroups) {
    const {COHORT: n, ...rest} = left[group];
    const hidden = group === "" ? n < 6 && fewest > 0 : hidesSplit;
    cells[`COHORT${group}`] = hidden ? "SUPP" : n;
    for (const [name, count] of Object.entries(rest)) {
      // One or two leavers in a part of the split are hidden.
      const few = fewest > 0 && group !== "" && parts.some((part) => part === name) && count > 0 && count < 3;
      cells[name + group] = hidden || few ? "SUPP" : count;
      const share = (100 * count) / n;
      cells[`${name}PER${group}`] =
        hidden || few ? "SUPP" : share > 0 && share < 0.5 ? "SP" : n ? `${Math.round(share)}%` : "NA";
    }
  }
  return cells;
}
