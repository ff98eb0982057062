import {shuffler} from "d3";
import type {LongPanel} from "../panel/long-panel.ts";

/** A statistic, and what it was under random allocations. */
export interface RandomisationTest {
  observed: number;
  /** Under random allocations, in the order drawn; NaN where the panel then had no answer. */
  drawn: Float64Array;
  /** (1 + allocations at least as far from zero) ÷ (1 + allocations), ties counted as far. */
  p: number;
}

/**
 * Randomisation inference (Fisher 1935; Young 2019): cohorts, and whose effect is asked for, are dealt out
 * afresh among clusters and the statistic computed again. Clusters whose units
 * are all of one cohort are dealt as wholes; if any is not, units are. Exact
 * where who joined when was a matter of chance and the effect is zero for all.
 *
 * @example
 * import {callawaySantanna, mersenneTwister, randomisationTest, readPanel} from "school-partnerships";
 *
 * // A row a unit and year: a and b are treated from 2012, c and d never.
 * const {panel} = readPanel({
 *   id: [..."aaabbbcccddd"],
 *   time: Float64Array.from({length: 12}, (_, i) => 2010 + (i % 3)),
 *   cohort: Float64Array.from({length: 12}, (_, i) => (i < 6 ? 2012 : 0)),
 *   outcome: Float64Array.of(1, 2, 5, 2, 3, 7, 3, 4, 5, 4, 5, 6)
 * });
 * const options = {aggregate: "simple", comparators: "never_treated", base: "varying", method: "dr", anticipation: 0};
 * const {observed, p} = randomisationTest(panel, (dealt) => callawaySantanna.estimate(dealt, options).effects[0].estimate, {
 *   draws: 99,
 *   source: mersenneTwister(1)
 * });
 * // Four units can be dealt out in six ways: no p-value is small.
 * console.log(observed.toFixed(2), p > 0.05);
 * // 2.50 true
 */
export function randomisationTest(
  panel: LongPanel,
  statistic: (panel: LongPanel) => number,
  {draws, source}: {draws: number; source: () => number}
): RandomisationTest {
  const observed = statistic(panel);
  const {of, cohorts, studied} = dealt(panel);
  const shuffle = shuffler(source);
  const drawn = Float64Array.from({length: draws}, () => {
    const fresh = shuffle(Int32Array.from(cohorts.keys()));
    const cohort = Float64Array.from(of, (k) => cohorts[fresh[k]]);
    return statistic({...panel, cohort, ...(studied ? {studied: Uint8Array.from(of, (k) => studied[fresh[k]])} : {})});
  });
  const answered = drawn.filter((value) => !Number.isNaN(value));
  const asFar = answered.filter((value) => Math.abs(value) >= Math.abs(observed) * (1 - 1e-12)).length;
  return {observed, drawn, p: (1 + asFar) / (1 + answered.length)};
}

/** What is dealt, a cohort and whether its effect is asked for: to clusters if each is of one, to units otherwise. */
function dealt({cohort, cluster, clusters, studied}: LongPanel): {
  of: Int32Array;
  cohorts: Float64Array;
  studied: Uint8Array | null;
} {
  const cohorts = new Float64Array(clusters).fill(NaN);
  const requested = studied ? new Uint8Array(clusters) : null;
  let whole = true;
  for (let u = 0; u < cohort.length; u++) {
    const own = studied?.[u] ?? 0;
    if (Number.isNaN(cohorts[cluster[u]])) {
      cohorts[cluster[u]] = cohort[u];
      if (requested) requested[cluster[u]] = own;
    } else whole &&= cohorts[cluster[u]] === cohort[u] && (requested?.[cluster[u]] ?? 0) === own;
  }
  return whole
    ? {of: cluster, cohorts, studied: requested}
    : {of: Int32Array.from(cohort.keys()), cohorts: cohort.slice(), studied: studied ?? null};
}
