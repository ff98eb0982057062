import {covariateLabels} from "../analysis/comparison/covariate-labels.ts";
import type {PhaseData} from "../analysis/comparison/phase-data.ts";
import {similarSchools} from "../analysis/comparison/similar-schools.ts";
import {windowMeans} from "../analysis/comparison/yearly.ts";
import {design} from "../design.ts";

/** The schools most like one, or why none are named. */
export interface LikeSchools {
  rows: readonly number[];
  /** First and last academic year that they are most like it in; null where none are named. */
  years: [number, number] | null;
  absent: string | null;
}

const NONE = "free meals or earlier results are in no file of this release";

/**
 * By row the schools most like it in the base years before it joined; where too little is known of those, in the newest
 * years in which enough is: a description, which no estimate rests on.
 */
export function findSimilar(data: PhaseData, joined: ReadonlyMap<number, number | null>): Map<number, LikeSchools> {
  const found = new Map<number, LikeSchools>();
  /** None are named of a school whose free meals are not known: years in which nobody’s are need no search. */
  const mayHave = (row: number, cohort: number | null) =>
    cohort === null || !Number.isNaN(windowMeans(data.intake.free_meals, Int32Array.of(row), cohort, design.base)[0]);
  const take = (findCohort: (row: number) => number | null) => {
    const left = Int32Array.from([...joined.keys()].filter((row) => !found.has(row) && mayHave(row, findCohort(row))));
    if (left.length === 0) return;
    for (const {row, rows, absent} of similarSchools(data, findCohort, covariateLabels, left)) {
      if (absent === null) found.set(row, {rows, years: baseYears(findCohort(row) ?? newest), absent});
    }
  };
  const years = [...data.past.map(({by}) => by), data.intake.free_meals].flatMap((by) => by.years);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const newest = last - design.base[1];
  take((row) => joined.get(row) ?? null);
  for (let cohort = newest; cohort > first; cohort--) take(() => cohort);
  return new Map([...joined.keys()].map((row) => [row, found.get(row) ?? {rows: [], years: null, absent: NONE}]));
}

const baseYears = (cohort: number): [number, number] => [cohort + design.base[0], cohort + design.base[1]];
