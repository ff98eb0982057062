import {readVerdicts, turnBetter} from "../ui/directions.js";
import {makeEmptyCell, findPeriodEffect} from "../evidence/index-cell.js";
import {byDomain} from "../ui/domains.js";
import type {MatrixCell, MatrixGroup} from "../evidence/matrix.js";
import type {TimedRow, MeasureRow, Period} from "../ui/release.js";
import {hasResult} from "../ui/result-choice.js";

/** Periods since joining, as src/design.ts has them. */
export const PERIODS: Readonly<Record<Period, string>> = {
  early: "Early: years 0 and 1",
  development: "Development: years 2 and 3",
  longer_term: "Longer term: from year 4"
};

/** Outcomes of one role by period since joining, domain by domain; outcomes without any result are left to other pages. */
export function groupByPeriod(rows: readonly TimedRow[], measures: readonly MeasureRow[]): MatrixGroup[] {
  return byDomain(measures)
    .map(({label, measures: inDomain}) => ({
      label,
      rows: inDomain.flatMap((measure) => {
        const row = rows.find((d) => d.measure === measure.id && hasResult(d));
        if (row === undefined) return [];
        const cells = (Object.keys(PERIODS) as Period[]).map((period) => makePeriodCell(row, measure, period));
        return [{label: measure.label, about: measure.better === "lower" ? "lower is better" : "", cells}];
      })
    }))
    .filter((group) => group.rows.length > 0);
}

/** One period since joining. Strength and counts are of all years, so a cell leaves the strength to the evidence page. */
export function makePeriodCell(row: TimedRow, measure: MeasureRow, period: Period): MatrixCell {
  const effect = findPeriodEffect(row, period);
  if (effect === null)
    return makeEmptyCell(row.role, "No school has been followed for so long, or nothing was published.");
  const {role, unit, digits, schools, partnerships, sd} = row;
  return {
    role,
    effect,
    drawn: sd === null ? null : turnBetter(effect, sd, measure.better),
    verdict: readVerdicts(row.period_verdicts ?? "")[Object.keys(PERIODS).indexOf(period)] ?? null,
    unit,
    digits,
    strength: null,
    schools,
    partnerships,
    absent: null
  };
}
