import {rollup} from "d3";
import type {Result} from "../../release/results.ts";
import {covariateSets, type CovariateSet} from "../comparison/assumptions.ts";
import {design} from "../../design.ts";
import type {Unit} from "../effects/units.ts";

/** Which covariates counted in any trial behind an effect, and which were left out of some, with the years of joining that is true of. */
export function collectCovariates(behind: readonly Unit[]): Result["covariates"] {
  const trials = [
    ...rollup(
      behind,
      (of) => of[0].trial,
      ({trial}) => trial
    ).values()
  ];
  const left = new Map<string, Set<number>>();
  const leave = (name: string, cohort: number) => left.set(name, (left.get(name) ?? new Set()).add(cohort));
  const countCovariates = (set: CovariateSet) => {
    const names = new Set<string>();
    for (const {trial, regressions, from} of trials) {
      for (const name of trial.uncounted) leave(name, trial.cohort);
      for (let e = design.effect[0]; e <= design.effect[1]; e++) {
        const regression = regressions[set][e - from];
        if (!regression) continue;
        for (const name of regression.matrix.names.slice(1)) {
          if (regression.dropped.includes(name)) leave(name, trial.cohort);
          else names.add(name);
        }
      }
    }
    return [...names];
  };
  const [same_trend, same_past] = covariateSets.map(countCovariates);
  return {
    same_trend,
    same_past,
    left_out: [...left].map(([name, cohorts]) => ({name, cohorts: [...cohorts].sort((a, b) => a - b)}))
  };
}
