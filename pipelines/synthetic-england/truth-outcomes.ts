import {range} from "d3";
import {plainColumns, publish, type Cell, type Published} from "./csv.ts";
import type {England} from "./england.ts";
import type {Lives} from "./life.ts";
import {schoolIds} from "./lineages.ts";
import {censusDay, on} from "./school.ts";
import {truths} from "./truth-measures.ts";
import {report} from "./truth.ts";

/** Of each school and year: its own value of every measure, before rounding, or the reason why none is printed; empty where no file states. */
export function outcomesFile(england: England, lives: Lives): Published {
  const ids = schoolIds(england);
  const reported = Object.values(truths);
  const {first, last} = england.plan.years;
  const at = {england, lives};
  function* rows(): Generator<Cell[]> {
    for (const academic_year of range(first, last + 1)) {
      const day = censusDay(academic_year);
      const measured = reported.map((truth) => (truth.years.includes(academic_year) ? truth : null));
      for (const life of lives.in(academic_year)) {
        const cells: Cell[] = [on(life.school, day)!.urn, ids(life.school, day), academic_year];
        for (const truth of measured) {
          const value = truth && report(truth, life, at);
          cells.push(typeof value === "number" ? tenDigits(value) : value);
        }
        yield cells;
      }
    }
  }
  const header = ["urn", "school", "academic_year", ...Object.keys(truths)];
  return publish("truth/outcomes.csv", plainColumns(header), rows(), {newline: "\n"});
}

/** Ten significant digits: far finer than anything printed. */
export const tenDigits = (value: number): number =>
  Number.isInteger(value) && Math.abs(value) < 1e10 ? value : Number(value.toPrecision(10));
