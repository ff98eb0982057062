import type {AcademicYear} from "../../vocabulary/academic-year.ts";
import type {Cost, Interval} from "../../release/results.ts";
import {goodness, type Better} from "../../vocabulary/better.ts";
import {fiellerInterval, type Measured} from "./fieller.ts";
import {counted, pounds, quantity} from "../../vocabulary/format.ts";
import type {Estimated} from "../effects/timed-effects.ts";

/** What a school’s membership cost in a year, in pounds, and its pupils then; null where the roll is unknown. */
export interface SchoolYearCost {
  school: number;
  cost: number;
  pupils: number | null;
}

export interface CostTerms {
  better: Better;
  unit: string;
  /** The year to whose prices costs were brought; null where they are as paid. */
  currency_year: AcademicYear | null;
}

/**
 * What joining cost a school and a pupil a year, and what one unit of effect cost a school for a year, with Fieller’s
 * interval (its limits null where the effect may be none). `per_unit` is null where the effect is not on the better
 * side, or neither is. Null where no cost is known.
 */
export function sumCost(
  effect: Estimated | null,
  school_years: readonly SchoolYearCost[],
  terms: CostTerms
): Cost | null {
  if (!school_years.length) return null;
  const perSchool = meanBySchool(school_years);
  const known = school_years.filter(({pupils}) => pupils !== null && pupils > 0);
  const pupils = known.reduce((sum, row) => sum + row.pupils!, 0);
  const cost = {
    currency_year: terms.currency_year,
    schools_with_cost: new Set(school_years.map(({school}) => school)).size,
    per_school_year: perSchool.value,
    per_pupil_year: pupils > 0 ? known.reduce((sum, row) => sum + row.cost, 0) / pupils : null,
    per_unit: perUnit(effect, perSchool, terms.better)
  };
  return {...cost, words: writeWords(cost, terms)};
}

function perUnit(effect: Estimated | null, cost: Measured, better: Better): Interval | null {
  const good = effect === null ? null : goodness(effect.estimate, better);
  if (effect === null || good === null || !(good > 0)) return null;
  if (!(effect.se > 0) || !(effect.degrees > 0)) return {value: cost.value / good, low: null, high: null};
  return fiellerInterval(cost, {value: good, se: effect.se}, effect.degrees);
}

/** The mean over school-years, its standard error from what schools add to it. */
function meanBySchool(rows: readonly SchoolYearCost[]): Measured {
  const value = rows.reduce((sum, {cost}) => sum + cost, 0) / rows.length;
  const bySchool = new Map<number, number>();
  for (const {school, cost} of rows) bySchool.set(school, (bySchool.get(school) ?? 0) + cost - value);
  const squares = [...bySchool.values()].reduce((sum, x) => sum + x * x, 0);
  const schools = bySchool.size;
  const correction = schools > 1 ? schools / (schools - 1) : 1;
  return {value, se: Math.sqrt(squares * correction) / rows.length};
}

function writeWords(
  {schools_with_cost, per_school_year, per_pupil_year, per_unit}: Omit<Cost, "words">,
  {unit}: CostTerms
): string {
  const pupil = per_pupil_year === null ? "" : `, or ${pounds(per_pupil_year)} a pupil`;
  const known = `Taking part cost ${pounds(per_school_year)} a school a year${pupil} (${counted(schools_with_cost, "school")} with a known cost).`;
  if (per_unit === null) return `${known} There is no improvement to set that against.`;
  const each = quantity(1, {unit, digits: 0});
  if (per_unit.low === null || per_unit.high === null) {
    return `${known} What ${each} cost has no upper limit, since there may be no improvement.`;
  }
  return `${known} An improvement of ${each} cost ${pounds(per_unit.value)} a school a year (95% interval ${pounds(per_unit.low)} to ${pounds(per_unit.high)}).`;
}
