import type {AcademicYear} from "../../src/academic-year.ts";
import {decimals, percent, type Cells, type Printed} from "./csv.ts";
import {FEWEST} from "./ks4-cells.ts";
import type {Ks4} from "./ks4.ts";
import type {Lives, SchoolYear} from "./life.ts";

/** Results of the last published year, which the tables repeat under a name that carries it: P8MEA_17. */
const repeated: {name: string; years: [AcademicYear, AcademicYear]; value: (then: Ks4) => number; digits: number}[] = [
  {name: "ATT8SCR", years: [2018, 2025], value: (then) => then.attainment8 / then.pupils, digits: 1},
  {name: "P8MEA", years: [2018, 2024], value: (then) => then.progress8 / then.progress8_pupils, digits: 2}
];

const lastPublished = (year: AcademicYear): AcademicYear => (year === 2022 ? 2019 : year - 1);

export const historyColumns = (year: AcademicYear): Printed[] =>
  repeated
    .filter(({years: [first, last]}) => year >= first && year <= last)
    .map(({name}) => ({name: `${name}_${String(lastPublished(year)).slice(2)}`, cells: `${name}_BEFORE`}));

/** What a school’s row repeats of years before. The tables of 2010/11 hold three years that have no tables of their own. */
export function historyCells({school}: SchoolYear, year: AcademicYear, lives: Lives): Cells {
  const cells: Cells = {};
  for (const past of [2008, 2009, 2010]) {
    const then = lives.of(school, past)?.ks4;
    cells[`five_ac_em_${past}_pct`] = then && then.pupils >= FEWEST ? percent(0)(then.five, then.pupils) : "NA";
  }
  const then = lives.of(school, lastPublished(year))?.ks4;
  for (const {name, value, digits} of repeated) {
    const told = then && then.pupils >= FEWEST ? decimals(value(then), digits) : "NA";
    cells[`${name}_BEFORE`] = school.independent ? "NP" : told;
  }
  return cells;
}
