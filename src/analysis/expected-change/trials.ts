import {group} from "d3";
import {computeExcess, type TrialExcess} from "./trial-excess.ts";
import type {DonorPool} from "../comparison/donor-pool.ts";
import type {PhaseData} from "../comparison/phase-data.ts";
import type {Joined, RoleJoined} from "../comparison/role-joined.ts";
import {designTrial, trialDefaults, type TrialOptions} from "../comparison/trial.ts";
import type {Window, Yearly} from "../comparison/yearly.ts";

/** Rows treated in each cohort of a donor pool: whoever joined in any role that is compared with it, on either clock. */
export function treatedByCohort(roles: readonly RoleJoined[]): Map<number, Int32Array> {
  const all = roles.flatMap(({joined, ofBodies}): readonly Joined[] => [...joined, ...ofBodies]);
  return new Map(
    [...group(all, ({cohort}) => cohort)]
      .sort(([a], [b]) => a - b)
      .map(([cohort, of]) => [cohort, Int32Array.from(new Set(of.map(({row}) => row))).sort()])
  );
}

/** One measure in the trials of all cohorts; cohorts of which nothing can be worked out are left out. */
export function makeTrials(
  data: PhaseData,
  pool: DonorPool,
  treated: ReadonlyMap<number, Int32Array>,
  {measure, outcome, times, ...options}: {measure: string; outcome: Yearly; times: Window} & Partial<TrialOptions>
): Map<number, TrialExcess> {
  const trials = new Map<number, TrialExcess>();
  const {years} = outcome;
  for (const [cohort, rows] of treated) {
    const at = cohort + (options.shift ?? 0);
    const base = options.base ?? trialDefaults().base;
    if (at + base[1] < years[0] || at + base[0] > years.at(-1)! || at + times[1] < years[0]) continue;
    const trial = designTrial(data, pool, {cohort, treated: rows, measure, outcome}, {...trialDefaults(), ...options});
    const excess = computeExcess(trial, outcome, times);
    if (excess) trials.set(cohort, excess);
  }
  return trials;
}
