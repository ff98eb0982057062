import type {Joiner} from "../comparison.ts";
import {
  changeDefaults,
  changesOf,
  readyCohort,
  type ChangeOptions,
  type CohortChanges,
  type ReadyCohort
} from "./changes.ts";
import {design} from "../design.ts";
import {differencesOf, type Differences} from "./differences.ts";
import type {Joining, Yearly} from "./joining.ts";
import {baseMeansOf} from "./luck.ts";
import type {CohortSets} from "./matched-sets.ts";
import {standingsOf} from "./standing.ts";

/** What all figures on one outcome of one role are made from. */
export interface BaseStudy {
  ready: readonly ReadyCohort[];
  cohorts: CohortChanges[];
  differences: Differences;
  joiners: readonly Joiner[];
  /** Schools of the phase. */
  schools: number;
  firstEventTime: number;
}

/** Changes of every cohort and its pool in a measure, and the joiners’ differences. */
export function baseStudyOf(
  sets: readonly CohortSets[],
  {measure, outcome}: {measure: string; outcome: Yearly},
  joining: Joining,
  options: ChangeOptions = changeDefaults
): BaseStudy {
  const {joiners, treatedFrom, schools, origin, toldBy} = joining;
  const window = [design.base[0] + options.shift, design.base[1] + options.shift] as const;
  const of = sets.map((each) => ({
    sets: each,
    means: baseMeansOf(each, {measure, outcome}, [each.cohort + window[0], each.cohort + window[1]])
  }));
  const originOf = new Int32Array(schools);
  // Picked by results, a school was not picked by its luck in anything else.
  const isTold = measure === toldBy;
  if (isTold) joiners.forEach(({row}, j) => (originOf[row] = origin[j]));
  const standings = isTold ? standingsOf(of, outcome, joining, window) : null;
  const ready = of.map(({sets, means}, c) =>
    readyCohort(sets, {measure, treatedFrom, originOf, standing: standings?.[c] ?? (() => 0), means}, options)
  );
  return countedFrom({ready, joiners, schools}, outcome, options);
}

/** The same schools, their changes counted from other years or shown at other event times. */
export function countedFrom(
  {ready, joiners, schools}: Pick<BaseStudy, "ready" | "joiners" | "schools">,
  outcome: Yearly,
  options: Pick<ChangeOptions, "baseOf" | "eventTimes">
): BaseStudy {
  const cohorts = ready.map((cohort) => changesOf(cohort, outcome, options));
  return {ready, cohorts, differences: differencesOf(cohorts), joiners, schools, firstEventTime: options.eventTimes[0]};
}

/** The same changes, every joiner compared with others of its pool: by cohort, sets of the same joiners and pool. */
export function comparedWith(base: BaseStudy, sets: readonly CohortSets[]): BaseStudy {
  const cohorts = base.cohorts.map((changes, c) => ({...changes, sets: sets[c]}));
  return {...base, cohorts, differences: differencesOf(cohorts)};
}

/** The same at some event times only. */
export function within(
  {cohorts, differences, firstEventTime, ...same}: BaseStudy,
  span: readonly [number, number]
): BaseStudy {
  const some = <T>(values: readonly T[]): T[] => values.slice(span[0] - firstEventTime, span[1] - firstEventTime + 1);
  return {
    ...same,
    cohorts: cohorts.map(({change, residual, luck, lent, fits, ...of}) => ({
      ...of,
      change: some(change),
      residual: some(residual),
      luck: some(luck),
      lent: some(lent),
      fits: some(fits)
    })),
    differences: {...differences, values: some(differences.values)},
    firstEventTime: span[0]
  };
}

/** By joiner, as in the differences: 1 where `keep` holds for its row, 0 elsewhere. */
export const weightsWhere = ({rows}: Differences, keep: (row: number, joiner: number) => boolean): Float64Array =>
  Float64Array.from(rows, (row, j) => (keep(row, j) ? 1 : 0));
