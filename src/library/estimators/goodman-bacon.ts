import {UserError} from "../errors.ts";
import {findLevels} from "../statistics/levels.ts";
import type {LongPanel} from "../panel/long-panel.ts";

/** A comparison of two groups of units by when they are treated, one of two that each pair of cohorts gives. */
export interface TwoByTwo {
  /** First treated period of the group whose treatment changes; those it is compared with: Infinity for never treated. */
  treated: number;
  untreated: number;
  kind: "treated_v_never_treated" | "earlier_v_later" | "later_v_earlier" | "later_v_always_treated";
  estimate: number;
  /** Of all comparisons together 1. */
  weight: number;
}

/**
 * The two-by-two comparisons that a two-way fixed-effects estimate of a balanced
 * panel averages, and their weights (Goodman-Bacon 2021, Theorem 1,
 * equations 7 and 10): Σ weight × estimate is that estimate. Those of kind `later_v_earlier`
 * compare with units already treated. Cohorts treated in the first period are compared with, never followed.
 *
 * Throws a UserError where a unit lacks a period, or rows have weights or covariates, for
 * which the theorem is another.
 *
 * @example
 * import {goodmanBacon, readPanel} from "school-partnerships";
 *
 * // A row a unit and year: a and b are treated from 2012, c and d never.
 * const {panel} = readPanel({
 *   id: [..."aaabbbcccddd"],
 *   time: Float64Array.from({length: 12}, (_, i) => 2010 + (i % 3)),
 *   cohort: Float64Array.from({length: 12}, (_, i) => (i < 6 ? 2012 : 0)),
 *   outcome: Float64Array.of(1, 2, 5, 2, 3, 7, 3, 4, 5, 4, 5, 6)
 * });
 * for (const {kind, weight, estimate} of goodmanBacon(panel)) console.log(kind, weight.toFixed(2), estimate.toFixed(2));
 * // treated_v_never_treated 1.00 2.50
 */
export function goodmanBacon(panel: LongPanel): TwoByTwo[] {
  refuseOthers(panel);
  const {values: periods, of} = findLevels(panel.period);
  const groups = makeGroups(panel, of, periods);
  const followed = groups.filter(({share}) => share > 0 && share < 1);
  const parts = followed.flatMap((k) => groups.filter((l) => l !== k).map((l) => comparison(k, l, periods)));
  const total = parts.reduce((sum, {weight}) => sum + weight, 0);
  return parts.map((part) => ({...part, weight: part.weight / total}));
}

interface Group {
  cohort: number;
  units: number;
  /** Share of periods treated. */
  share: number;
  /** By period. */
  means: Float64Array;
}

/**
 * The change of k around its treatment less that of l meanwhile. Against a group treated
 * later only periods before that count, against one treated earlier only periods after that.
 */
function comparison(k: Group, l: Group, periods: readonly number[]): TwoByTwo {
  const both = k.units + l.units;
  const mix = (k.units / both) * (l.units / both);
  const isEarlier = k.cohort < l.cohort;
  const within = (time: number) => l.share === 0 || l.share === 1 || (isEarlier ? time < l.cohort : time >= l.cohort);
  const change = ({means}: Group) =>
    meanWhere(means, (i) => within(periods[i]) && periods[i] >= k.cohort) -
    meanWhere(means, (i) => within(periods[i]) && periods[i] < k.cohort);
  const [reach, variance] =
    l.share === 0 || l.share === 1
      ? [1, k.share * (1 - k.share)]
      : isEarlier
        ? [1 - l.share, ((k.share - l.share) / (1 - l.share)) * ((1 - k.share) / (1 - l.share))]
        : [l.share, (k.share / l.share) * ((l.share - k.share) / l.share)];
  return {
    treated: k.cohort,
    untreated: l.cohort,
    kind: classify(l, isEarlier),
    estimate: change(k) - change(l),
    weight: (both * reach) ** 2 * mix * variance
  };
}

function classify(l: Group, isEarlier: boolean): TwoByTwo["kind"] {
  if (l.share === 0) return "treated_v_never_treated";
  if (l.share === 1) return "later_v_always_treated";
  return isEarlier ? "earlier_v_later" : "later_v_earlier";
}

function meanWhere(values: Float64Array, counts: (i: number) => boolean): number {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    if (!counts(i)) continue;
    sum += values[i];
    count++;
  }
  return sum / count;
}

function makeGroups({unit, cohort, outcome}: LongPanel, of: Int32Array, periods: readonly number[]): Group[] {
  const last = periods[periods.length - 1];
  const timing = cohort.map((g) => (g > last ? Infinity : Math.max(g, periods[0])));
  const units = new Map<number, number>();
  timing.forEach((g) => units.set(g, (units.get(g) ?? 0) + 1));
  const means = new Map([...units.keys()].map((g) => [g, new Float64Array(periods.length)]));
  for (let row = 0; row < unit.length; row++) {
    const g = timing[unit[row]];
    means.get(g)![of[row]] += outcome[row] / units.get(g)!;
  }
  return [...units.keys()]
    .sort((a, b) => a - b)
    .map((g) => ({
      cohort: g,
      units: units.get(g)!,
      share: periods.filter((time) => time >= g).length / periods.length,
      means: means.get(g)!
    }));
}

function refuseOthers({ids, unit, period, weights, covariates}: LongPanel): void {
  const periods = new Set(period).size;
  if (unit.length !== ids.length * periods) {
    throw new UserError(`only a balanced panel can be taken apart: ${ids.length} units have ${unit.length} rows`, {
      fix: "use --balance, which leaves out units that lack a period"
    });
  }
  if (weights || covariates.length) {
    throw new UserError("an estimate with weights or covariates is no mean of two-by-two comparisons", {
      fix: "leave out --weights and --covariates"
    });
  }
}
