import {UserError} from "../errors.ts";
import {findLevels} from "../statistics/levels.ts";
import type {LongPanel} from "../panel/long-panel.ts";

/** The outcomes of a cohort: units × periods. */
export interface CohortOutcomes {
  cohort: number;
  /** Unit indices of the panel. */
  units: readonly number[];
  /** By period. */
  means: Float64Array;
  /** Periods × periods, row by row: the covariance over units, with n − 1. */
  covariance: Float64Array;
}

export interface BalancedOutcomes {
  periods: readonly number[];
  /** Ascending, never-treated units (Infinity) last; cohorts of one unit, which have no covariance, left out. */
  cohorts: readonly CohortOutcomes[];
  /** Units × periods, row by row. */
  outcomes: Float64Array;
  messages: string[];
}

/** The outcomes of a balanced panel by cohort. Throws a UserError where a unit lacks a period. */
export function balancedOutcomes({ids, unit, period, outcome, cohort}: LongPanel): BalancedOutcomes {
  const {values: periods, of} = findLevels(period);
  if (unit.length !== ids.length * periods.length) {
    throw new UserError(`the panel is not balanced: ${ids.length} units have ${unit.length} rows`, {
      fix: "use --balance, which leaves out units that lack a period"
    });
  }
  const outcomes = new Float64Array(unit.length);
  for (let row = 0; row < unit.length; row++) outcomes[unit[row] * periods.length + of[row]] = outcome[row];
  const members = new Map<number, number[]>();
  cohort.forEach((g, u) => members.set(g, [...(members.get(g) ?? []), u]));
  const sorted = [...members].sort(([a], [b]) => a - b);
  const alone = sorted.filter(([, units]) => units.length < 2).map(([g]) => g);
  return {
    periods,
    cohorts: sorted
      .filter(([, units]) => units.length > 1)
      .map(([g, units]) => ({cohort: g, units, ...computeMoments(outcomes, units, periods.length)})),
    outcomes,
    messages: alone.length ? [`left out cohorts of one unit: ${alone.join(", ")}`] : []
  };
}

function computeMoments(
  outcomes: Float64Array,
  units: readonly number[],
  periods: number
): Pick<CohortOutcomes, "means" | "covariance"> {
  const means = new Float64Array(periods);
  for (const u of units) for (let t = 0; t < periods; t++) means[t] += outcomes[u * periods + t] / units.length;
  const covariance = new Float64Array(periods * periods);
  for (const u of units) {
    for (let s = 0; s < periods; s++) {
      const deviation = (outcomes[u * periods + s] - means[s]) / (units.length - 1);
      for (let t = 0; t < periods; t++)
        covariance[s * periods + t] += deviation * (outcomes[u * periods + t] - means[t]);
    }
  }
  return {means, covariance};
}
