import {randomLcg} from "d3";
import type {LongPanel} from "../panel/long-panel.ts";
import type {PanelResult} from "../panel/panel-estimator.ts";
import {computeInterval, treatedClusters} from "./effect-interval.ts";
import {multiplierBootstrap} from "./multiplier-bootstrap.ts";
import {treatedClusterInterval} from "./treated-cluster-interval.ts";

/** An effect as it is printed: NaN where the method, or the number of treated units, allows no such figure. */
export interface EffectRow {
  term: number | string;
  estimate: number;
  se: number;
  /** Where inference goes by treated clusters: `se` before its correction for their number. */
  se_plain?: number;
  low: number;
  high: number;
  /** Where a bootstrap was asked for: hold all terms but the overall at once. */
  band_low?: number;
  band_high?: number;
  units: number;
  comparators: number;
  /** There: clusters of the treated. */
  clusters?: number;
}

/**
 * With fewer treated clusters than this no interval is claimed.
 *
 * @example
 * import {fewestTreated} from "school-partnerships";
 *
 * console.log(fewestTreated);
 * // 5
 */
export const fewestTreated = 5;

/**
 * The effects of a panel with pointwise 95 % intervals and, with a bootstrap,
 * simultaneous bands, which are never narrower than the intervals.
 *
 * @example
 * import {callawaySantanna, effectRows, readPanel} from "school-partnerships";
 *
 * // A row a unit and year: a and b are treated from 2012, c and d never.
 * const {panel} = readPanel({
 *   id: [..."aaabbbcccddd"],
 *   time: Float64Array.from({length: 12}, (_, i) => 2010 + (i % 3)),
 *   cohort: Float64Array.from({length: 12}, (_, i) => (i < 6 ? 2012 : 0)),
 *   outcome: Float64Array.of(1, 2, 5, 2, 3, 7, 3, 4, 5, 4, 5, 6)
 * });
 * const result = callawaySantanna.estimate(panel, {aggregate: "simple", comparators: "never_treated", base: "varying", method: "dr", anticipation: 0});
 * const [{estimate, se, units, comparators}] = effectRows(panel, result, null);
 * console.log(estimate.toFixed(2), se.toFixed(2), units, comparators);
 * // 2.50 0.35 2 2
 */
export function effectRows(
  panel: LongPanel,
  {effects}: PanelResult,
  bootstrap: {draws: number; seed: number} | null
): EffectRow[] {
  const treated = treatedClusters(panel).reduce((sum, mark) => sum + mark, 0);
  const bands = bootstrap && criticalValues(panel, effects, bootstrap);
  return effects.map((effect) => {
    const {term, estimate, units, comparators, clusters} = effect;
    const {se, se_plain, critical, ...pointwise} =
      clusters === undefined
        ? {...computeInterval(effect, panel), se_plain: undefined}
        : treatedClusterInterval(effect, clusters, panel);
    const few = (clusters ?? treated) < fewestTreated;
    const {low, high} = few ? {low: NaN, high: NaN} : pointwise;
    const margin = bands ? se * Math.max(critical, term === "overall" ? bands.overall : bands.terms) : NaN;
    return {
      term,
      estimate,
      se,
      ...(se_plain === undefined ? {} : {se_plain}),
      low,
      high,
      ...(bands ? {band_low: few ? NaN : estimate - margin, band_high: few ? NaN : estimate + margin} : {}),
      units,
      comparators,
      ...(clusters === undefined ? {} : {clusters})
    };
  });
}

function criticalValues(
  panel: LongPanel,
  effects: PanelResult["effects"],
  {draws, seed}: {draws: number; seed: number}
): {overall: number; terms: number} {
  const clustering = {of: panel.cluster, count: panel.clusters};
  const of = (which: (term: number | string) => boolean) => {
    const influences = effects.flatMap(({term, influence}) => (influence && which(term) ? [influence] : []));
    if (!influences.length) return 0;
    return multiplierBootstrap(influences, clustering, {draws, source: randomLcg(seed)}).critical;
  };
  return {overall: of((term) => term === "overall"), terms: of((term) => term !== "overall")};
}
