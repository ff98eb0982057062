import {effectiveSampleSize} from "../matching/effective-sample-size.ts";
import {balanceOf} from "../matching/balance.ts";
import type {Balance} from "../results.ts";
import type {Drawn} from "./comparators.ts";
import {setOf, type CohortSets} from "./matched-sets.ts";

/** How schools were matched, in a word. */
const method = "10 nearest schools (Mahalanobis distance)";

/**
 * How like the joiners their comparators are, over all cohorts: standardised mean differences of each covariate
 * among the cohorts in which it counts, of the whole pool (before) and of the comparators (after). Effective: Kish’s
 * sample size of the comparators, a school that serves several cohorts counting once.
 */
export function balanceOfDrawn(
  {cohorts, dropped, hasCaliper}: Drawn,
  labels: ReadonlyMap<string, string>,
  schools: number
): Balance | null {
  if (!cohorts.length) return null;
  const names = [...labels.keys()].filter((name) =>
    cohorts.some(({covariates}) => covariates.some((c) => c.name === name))
  );
  const pulls = cohorts.map(pullOf);
  const rows = names.flatMap((covariate) => {
    const among = cohorts.flatMap((sets, c) => {
      const found = sets.covariates.find(({name}) => name === covariate);
      return found ? [{sets, pull: pulls[c], values: found.values}] : [];
    });
    const stacked = stack(among);
    const [row] = balanceOf(stacked.treated, stacked.weights, [{name: covariate, values: stacked.values}]);
    const [before, after] = [row.smd_before, row.smd_after];
    return Number.isFinite(before) && Number.isFinite(after)
      ? [{covariate, label: labels.get(covariate)!, before, after}]
      : [];
  });
  const total = new Float64Array(schools);
  const pooled = new Set<number>();
  cohorts.forEach(({pool}, c) =>
    pool.forEach((row, k) => {
      total[row] += pulls[c][k];
      pooled.add(row);
    })
  );
  return {
    method: hasCaliper ? `${method}, within a caliper of the propensity` : method,
    pool: pooled.size,
    used: total.reduce((sum, weight) => sum + (weight > 0 ? 1 : 0), 0),
    effective: effectiveSampleSize(total),
    dropped,
    rows,
    largest_after: rows.reduce((most, {after}) => Math.max(most, Math.abs(after)), 0)
  };
}

/** By place in the pool: what it counts for, all joiners of the cohort together. */
export function pullOf(sets: CohortSets): Float64Array {
  const pull = new Float64Array(sets.pool.length);
  for (let i = 0; i < sets.joiners.length; i++) {
    const [first, end] = setOf(sets, i);
    for (let at = first; at < end; at++) pull[sets.of[at]] += sets.weights[at];
  }
  return pull;
}

function stack(among: readonly {sets: CohortSets; pull: Float64Array; values: Float64Array}[]) {
  const rows = among.reduce((sum, {values}) => sum + values.length, 0);
  const treated = new Uint8Array(rows);
  const weights = new Float64Array(rows);
  const stacked = new Float64Array(rows);
  let at = 0;
  for (const {sets, pull, values} of among) {
    treated.fill(1, at, at + sets.joiners.length);
    weights.fill(1, at, at + sets.joiners.length);
    weights.set(pull, at + sets.joiners.length);
    stacked.set(values, at);
    at += values.length;
  }
  return {treated, weights, values: stacked};
}
