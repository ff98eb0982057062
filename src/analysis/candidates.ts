import {group} from "d3";
import {design} from "../design.ts";
import {standardisedDesign} from "../statistics/standardised-design.ts";
import type {Joining, Yearly} from "./joining.ts";
import {windowMeans} from "./window-means.ts";
import type {CohortSets} from "./matched-sets.ts";

/** Something schools are matched on. */
export interface MatchingVariable {
  name: string;
  /** As pages call it. */
  label: string;
  /** Whether it is an outcome: a cohort without any earlier outcome is compared with nobody. */
  isOutcome: boolean;
  by: Yearly;
}

/** The joiners of a cohort and the schools they may be compared with, all of whom have every covariate that counts. */
export type Candidates = Omit<CohortSets, "from" | "of" | "weights">;

/** Why schools that joined are not compared. */
export interface Dropped {
  why: string;
  schools: number;
}

export interface CandidateOptions {
  /** Event times of the means that schools are matched on. */
  base: readonly [number, number];
  /** Share of joiners that have to have a variable for it to count in their cohort. */
  available: number;
  /** The fewest schools a cohort can be compared with. */
  fewest: number;
}

/**
 * By cohort: who joined, whom they may be compared with, and what both are
 * matched on. Pool: schools that are in no partnership of the kind in the year g
 * or before and have every variable that counts. A variable counts where at
 * least the plan’s share of the cohort’s joiners have a value in the base window;
 * the joiners that lack one are dropped, as are cohorts with no outcome that counts.
 */
export function candidatesOf(
  {joiners, treatedFrom, schools}: Joining,
  variables: readonly MatchingVariable[],
  {base, available, fewest}: CandidateOptions = {
    base: design.base,
    available: design.matching.available,
    fewest: design.matching.neighbours
  }
): {cohorts: Candidates[]; dropped: Dropped[]} {
  const cohorts: Candidates[] = [];
  const lost = new Map<string, number>();
  const drop = (why: string, count: number) => count && lost.set(why, (lost.get(why) ?? 0) + count);
  for (const [cohort, members] of [...group(joiners, (j) => j.cohort)].sort(([a], [b]) => a - b)) {
    const means = variables.map(({by}) => windowMeans(by, cohort + base[0], cohort + base[1]));
    const counts = means.map(
      (values) => members.filter(({row}) => !Number.isNaN(values[row])).length >= available * members.length
    );
    const counting = variables.map((_, v) => v).filter((v) => counts[v]);
    if (!counting.some((v) => variables[v].isOutcome)) {
      drop("no earlier results to match on", members.length);
      continue;
    }
    const isWhole = (row: number) => counting.every((v) => !Number.isNaN(means[v][row]));
    const whole = members.filter(({row}) => isWhole(row));
    drop("lacks a result or count that schools are matched on", members.length - whole.length);
    const pool: number[] = [];
    for (let row = 0; row < schools; row++) if (treatedFrom[row] > cohort && isWhole(row)) pool.push(row);
    if (!whole.length) continue;
    if (pool.length < Math.max(fewest, counting.length + 2)) {
      drop("too few schools that had not joined", whole.length);
      continue;
    }
    const rows = [...whole.map(({row}) => row), ...pool];
    const columns = counting.map((v) => ({
      name: variables[v].name,
      values: Float64Array.from(rows, (row) => means[v][row])
    }));
    const {collinear} = standardisedDesign(rows.length, columns);
    cohorts.push({
      cohort,
      joiners: Int32Array.from(whole, ({row}) => row),
      partnerships: whole.map(({partnership}) => partnership),
      pool: Int32Array.from(pool),
      covariates: columns.filter(({name}) => !collinear.includes(name))
    });
  }
  return {cohorts, dropped: [...lost].map(([why, schools]) => ({why, schools}))};
}
