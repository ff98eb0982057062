import type {AcademicYear} from "../../src/vocabulary/academic-year.ts";
import source from "../sources/ks5_destinations/source.ts";
import {addLeavers18, leaver18Counts, leaver18Groups, left18In, type Left18} from "./after-18.ts";
import {pickColumns, publish, tableYear, type Cell, type Cells, type Published} from "./csv.ts";
import type {England} from "./england.ts";
import type {Lives} from "./life.ts";
import {on, tableDay} from "./school.ts";
import {schoolCells} from "./tables.ts";

const about = ["record_type", "la_code", "estab", "urn", "school_name", "school_type", "FEEDER", "closed"];
const parts = leaver18Counts.slice(1);
const makeName = (group: (typeof leaver18Groups)[number], name: string): string =>
  group === "TOT_DIS" ? `TOT_${name}_DIS` : `${group}_${name}`;
const layout = [
  ...about,
  ...leaver18Groups.flatMap((group) => [
    ...leaver18Counts.map((name) => makeName(group, name)),
    ...parts.map((name) => makeName(group, `${name}PER`))
  ])
];

/** The destinations after 18 printed in a year’s tables: of those who left two years before. */
export function ks5DestinationsTable(england: England, year: AcademicYear, lives: Lives): Published {
  const left = lives.in(year).flatMap((life) => {
    const then = life.school.independent || !on(life.school, tableDay(year)) ? null : lives.of(life.school, year - 2);
    const leavers = then && left18In(then);
    return leavers ? [{life, leavers}] : [];
  });
  const rows = left.map(({life, leavers}): Cells[] => [schoolCells(life, year), makeCells(leavers, "school")]);
  const total = (some: typeof left) => makeCells(add(some.map(({leavers}) => leavers)), "total");
  const authorities = england.authorities.map(({code}) => ({
    ...total(left.filter(({life}) => life.school.authority.code === code)),
    record_type: "LA",
    la_code: code
  }));
  const path = `performance_tables/${tableYear(year)}_england_ks5-studest.csv`;
  return publish(
    path,
    pickColumns(source, year, layout),
    [...rows, ...authorities, {...total(left), record_type: "NAT"}],
    {encoding: "utf-8 with mark"}
  );
}

const add = (all: readonly Left18[]): Left18 =>
  Object.fromEntries(
    leaver18Groups.map((group) => [group, addLeavers18(all.map((one) => one[group]))])
  ) as unknown as Left18;

/** Results of fewer than six leavers are hidden, and of fewer than eleven where they are a part of the school’s. */
function makeCells(left: Left18, of: "school" | "total"): Cells {
  const cells: Cells = {};
  for (const group of leaver18Groups) {
    const n = left[group].COHORT;
    const hidden = of === "school" && n < (group === "TOT" ? 6 : 11);
    cells[makeName(group, "COHORT")] = hidden && group !== "TOT" ? "SUPP" : n;
    for (const name of parts) {
      cells[makeName(group, name)] = hidden ? "SUPP" : left[group][name];
      cells[makeName(group, `${name}PER`)] = hidden ? "SUPP" : share(left[group][name], n);
    }
  }
  return cells;
}

/** A whole per cent; SP for more than nothing that rounds to nothing. */
const share = (part: number, n: number): Cell =>
  n === 0 ? "" : part > 0 && part / n < 0.005 ? "SP" : `${Math.round((100 * part) / n)}%`;
