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
import type {Joining, ToldByResults, Yearly} from "./joining.ts";
import {baseMeansOf, covariateMeansOf, haveSameLuck, type BaseMeans} from "./luck.ts";
import type {CohortSets} from "./matched-sets.ts";
import {growthOf} from "./growth.ts";
import {asThePool, standingsOf, type Standing} from "./standing.ts";

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
  const {joiners, treatedFrom, schools, origin, told} = joining;
  const window = [design.base[0] + options.shift, design.base[1] + options.shift] as const;
  const originOf = new Int32Array(schools);
  joiners.forEach(({row}, j) => (originOf[row] = origin[j]));
  const means = sets.map((each) =>
    baseMeansOf(each, {measure, outcome}, [each.cohort + window[0], each.cohort + window[1]])
  );
  const standings = told && standingsIn(sets, means, {measure, told, treatedFrom, window});
  const growth = told && haveSameLuck(measure, told.measure) ? growthOf(outcome, told, treatedFrom, window) : null;
  const ready = sets.map((each, c) =>
    readyCohort(
      each,
      {
        measure,
        treatedFrom,
        originOf,
        told: told?.measure ?? null,
        standing: standings?.[c] ?? asThePool,
        growth,
        means: means[c]
      },
      options
    )
  );
  return countedFrom({ready, joiners, schools}, outcome, options);
}

/** By cohort, from the measure that told the roles: this very one, or a covariate. */
function standingsIn(
  sets: readonly CohortSets[],
  own: readonly BaseMeans[],
  {
    measure,
    told,
    treatedFrom,
    window
  }: {measure: string; told: ToldByResults; treatedFrom: Float64Array; window: readonly [number, number]}
): Standing[] {
  const cohorts = sets.map((each, c) => ({
    cohort: each.cohort,
    joiners: each.joiners.length,
    means: measure === told.measure ? own[c] : covariateMeansOf(each, told.measure)
  }));
  return standingsOf(cohorts, told, treatedFrom, window);
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
    cohorts: cohorts.map(({change, residual, luck, lent, fits, foreseen, ...of}) => ({
      ...of,
      change: some(change),
      residual: some(residual),
      luck: some(luck),
      lent: some(lent),
      fits: some(fits),
      foreseen: some(foreseen)
    })),
    differences: {...differences, values: some(differences.values)},
    firstEventTime: span[0]
  };
}

/** By joiner, as in the differences: 1 where `keep` holds for its row, 0 elsewhere. */
export const weightsWhere = ({rows}: Differences, keep: (row: number, joiner: number) => boolean): Float64Array =>
  Float64Array.from(rows, (row, j) => (keep(row, j) ? 1 : 0));
