import type {AcademicYear} from "../../src/vocabulary/academic-year.ts";
import source from "../sources/ks5_higher_education/source.ts";
import {addOnward, simulateOnward, type Onward} from "./after-18.ts";
import {pickColumns, decimals, publish, tableYear, type Cell, type Cells, type Published} from "./csv.ts";
import type {England} from "./england.ts";
import {FEWEST} from "./ks4-cells.ts";
import {computeBand} from "./ks5-cells.ts";
import type {Lives} from "./life.ts";
import {on, tableDay} from "./school.ts";
import {schoolCells} from "./tables.ts";

const layout = [
  "record_type",
  "la_code",
  "estab",
  "urn",
  "school_name",
  "school_type",
  "FEEDER",
  "closed",
  "progression_band",
  "progression_score",
  "progression_score_high",
  "progression_score_low",
  "leavers",
  "progressed_pct",
  "apprenticeship_pct",
  "degree_pct",
  "top_third_pct",
  "russell_group_pct",
  "oxbridge_pct",
  "higher_technical_pct",
  "leavers_disadvantaged",
  "progressed_disadvantaged_pct",
  "degree_disadvantaged_pct"
];

/** Progression to higher education printed in a year’s tables: of those who left three years before. */
export function ks5HigherEducationTable(england: England, year: AcademicYear, lives: Lives): Published {
  const left = lives.in(year).flatMap((life) => {
    const then = life.school.independent || !on(life.school, tableDay(year)) ? null : lives.of(life.school, year - 3);
    const onward = then && simulateOnward(then);
    return onward ? [{life, onward}] : [];
  });
  const rows = left.map(({life, onward}): Cells[] => [schoolCells(life, year), makeSchoolCells(onward)]);
  const total = (some: typeof left) => shares(addOnward(some.map(({onward}) => onward)));
  const authorities = england.authorities.map(({code}) => ({
    ...total(left.filter(({life}) => life.school.authority.code === code)),
    record_type: 4,
    la_code: code
  }));
  const path = `performance_tables/${tableYear(year)}_england_ks5-studest-he.csv`;
  return publish(path, pickColumns(source, year, layout), [...rows, ...authorities, {...total(left), record_type: 7}], {
    encoding: "utf-8 with mark"
  });
}

function makeSchoolCells(c: Onward): Cells {
  const score = (100 * (c.progressed - c.expected)) / c.cohort;
  const width = 90 / Math.sqrt(c.cohort);
  const cells: Cells = {
    ...shares(c),
    progression_score: decimals(score, 1),
    progression_score_low: decimals(score - width, 1),
    progression_score_high: decimals(score + width, 1),
    progression_band: computeBand(score / 100, width / 100)
  };
  const hide = (which: (name: string) => boolean) => {
    for (const name of Object.keys(cells)) if (which(name)) cells[name] = "SUPP";
  };
  if (c.cohort < FEWEST) hide((name) => name !== "leavers");
  if (c.disadvantaged < FEWEST) hide((name) => name.includes("disadvantaged"));
  return cells;
}

function shares(c: Onward): Cells {
  const pct = (part: number, n: number): Cell =>
    n === 0 ? "" : part > 0 && part / n < 0.005 ? "SP" : `${Math.round((100 * part) / n)}%`;
  return {
    leavers: c.cohort,
    progressed_pct: pct(c.progressed, c.cohort),
    degree_pct: pct(c.degree, c.cohort),
    top_third_pct: pct(c.top_third, c.cohort),
    russell_group_pct: pct(c.russell_group, c.cohort),
    oxbridge_pct: pct(c.oxbridge, c.cohort),
    apprenticeship_pct: pct(c.apprenticeship, c.cohort),
    higher_technical_pct: pct(c.higher_technical, c.cohort),
    leavers_disadvantaged: c.disadvantaged,
    progressed_disadvantaged_pct: pct(c.progressed_disadvantaged, c.disadvantaged),
    degree_disadvantaged_pct: pct(c.degree_disadvantaged, c.disadvantaged)
  };
}
