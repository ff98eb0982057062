import {design} from "../design.ts";
import type {Differences} from "./differences.ts";
import type {Yearly} from "./joining.ts";
import {windowMeans} from "./window-means.ts";

/** By joiner: its mean roll over the base window, which stays as it is; 0 where unknown. Null if none is known. */
export function rollWeights({rows, cohorts}: Differences, rolls: Yearly): Float64Array | null {
  const byCohort = new Map(
    [...new Set(cohorts)].map((cohort) => [
      cohort,
      windowMeans(rolls, cohort + design.base[0], cohort + design.base[1])
    ])
  );
  const weights = Float64Array.from(rows, (row, j) => {
    const roll = byCohort.get(cohorts[j])![row];
    return roll > 0 ? roll : 0;
  });
  return weights.some((weight) => weight > 0) ? weights : null;
}
