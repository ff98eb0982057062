/** Least and most that a number of the plan may be, and whether it must be whole. */
export type Limit = readonly [least: number, most: number, whole?: "whole"];

const years: Limit = [-15, 15, "whole"];
const before: Limit = [-15, -1, "whole"];
const after: Limit = [0, 15, "whole"];
const few: Limit = [2, 10_000, "whole"];
const share: Limit = [0, 1];
const nothing: Limit = [0, 0.01];

/**
 * What numbers of the plan may be, by path; `*` stands for every name or place there. The two least sizes are those
 * below which a release would give single schools away, and no plan goes below them.
 */
export const limits: Readonly<Record<string, Limit>> = {
  "lineage.days": [0, 3660, "whole"],
  "lineage.years": [0, 10, "whole"],
  "cohort.month": [1, 12, "whole"],
  "cohort.day": [1, 31, "whole"],
  "earlier.*": before,
  "base.*": before,
  "event_times.*": years,
  "periods.*.*": after,
  "bulk_load.links": [1, 1_000_000, "whole"],
  "bulk_load.later": share,
  register_lag: [0, 366, "whole"],
  "federation.shared_schools": [1, 100, "whole"],
  hidden_count: [1, 2],
  "standardised.authorities": share,
  "standardised.smallest_school": [0, 10_000, "whole"],
  "overlap.nested": share,
  "parts.sizes.*": [1, 10_000, "whole"],
  "parts.periods.*": [1990, 2100, "whole"],
  "effect.*": after,
  "covariates.available": share,
  "covariates.donors_per_coefficient": [1, 100],
  "before_after.after.*": after,
  "before_after.before": before,
  "second_base.window.*": before,
  "second_base.schools": few,
  "placebo_in_time.shift": [-15, -1, "whole"],
  "placebo_in_time.effect.*": after,
  "balanced.*": years,
  "inference.randomise_below.*": few,
  "inference.*": few,
  "cross_checks.*": [10, 100_000, "whole"],
  "breakdown.grid.*": [0, 100],
  "breakdown.references.*": [-2, -1, "whole"],
  "across.partnerships": [3, 10_000, "whole"],
  "leave_one_out.partnerships": few,
  "tolerances.*": nothing,
  "draws.seed": [0, 2 ** 31, "whole"],
  "draws.bins": [1, 1001, "whole"],
  "draws.*": [99, 1_000_000, "whole"],
  fewest_schools: [3, 10_000, "whole"],
  fewest_pupils: [11, 100_000, "whole"],
  "similar_schools.neighbours": [1, 100, "whole"],
  confidence: [0.5, 0.9999],
  "margins.*": [0, 1_000_000],
  "months_of_progress.least.*": [0, 10],
  "months_of_progress.most": [0, 10],
  power: [0.05, 0.9999],
  "strength.schools": few,
  "strength.partnerships": few,
  "strength.cohorts": [1, 30, "whole"],
  "strength.later_years": [1, 15, "whole"],
  "strength.*": [0, 10]
};

/** The limit of a path: that of the first entry that fits it, part by part. Throws where the plan has an entry nobody limited. */
export function limitAt(path: string): Limit {
  const parts = path.split(".");
  const fits = (pattern: string): boolean => {
    const own = pattern.split(".");
    return own.length === parts.length && own.every((part, i) => part === "*" || part === parts[i]);
  };
  const found = Object.keys(limits).find(fits);
  if (found === undefined) throw new Error(`src/plan/limits.ts says nothing of ${path}`);
  return limits[found];
}
