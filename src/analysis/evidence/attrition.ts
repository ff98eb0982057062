import type {Result} from "../../release/results.ts";
import {design} from "../../design.ts";
import {countAttrition} from "./attrition-steps.ts";
import {hasPlace} from "../expected-change/design-matrix.ts";
import type {Joined} from "../comparison/role-joined.ts";
import type {TrialExcess} from "../expected-change/trial-excess.ts";
import type {Found} from "../effects/specification.ts";
import type {Unit} from "../effects/units.ts";

/** The steps from schools in the role to those behind the effect, then those at each event time, and why the others were lost. */
export function describeAttrition(
  joined: readonly Joined[],
  trials: ReadonlyMap<number, TrialExcess>,
  units: readonly Unit[],
  found: Found | null
): Result["attrition"] {
  const based = units.filter(({trial, at}) => !Number.isNaN(trial.base[at]));
  const covered = based.filter(({trial, at}) => hasCovariates(trial, at));
  const unknown = joined.filter(({cohort}) => !trials.has(cohort)).length;
  return countAttrition([
    {step: "in the role, in the data", schools: joined.length, why: null},
    {
      step: "with a result, and free meals known, about the years before joining",
      schools: based.length,
      why: unknown
        ? `no result in the base years, or in ${unknown} cases nothing published of their joining year’s base or free meals`
        : "no result in the base years"
    },
    {
      step: "with the covariates known",
      schools: covered.length,
      why: "a covariate is not known, without which nothing is expected of a school"
    },
    {
      step: `with a result in the first ${design.effect[1] + 1} years since joining, and donors like it`,
      schools: found?.schools ?? 0,
      why: "no result since, or too few schools like them that had not joined"
    }
  ]);
}

function hasCovariates({trial, regressions}: TrialExcess, at: number): boolean {
  const countKnown = (set: "same_trend" | "same_past") =>
    regressions[set].some((regression) => regression !== null && hasPlace(regression.matrix, trial.donors + at));
  return countKnown("same_trend") && countKnown("same_past");
}
