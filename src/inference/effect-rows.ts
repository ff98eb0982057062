import {randomLcg} from "d3";
import type {LongPanel} from "../estimators/long-panel.ts";
import type {PanelResult} from "../estimators/panel-estimator.ts";
import {intervalOf, treatedClusters} from "./interval-of-effect.ts";
import {multiplierBootstrap} from "./multiplier-bootstrap.ts";

/** An effect as it is printed: NaN where the method, or the number of treated units, allows no such figure. */
export interface EffectRow {
  term: number | string;
  estimate: number;
  se: number;
  low: number;
  high: number;
  /** Where a bootstrap was asked for: hold all terms but the overall at once. */
  band_low?: number;
  band_high?: number;
  schools: number;
  comparators: number;
}

/** With fewer treated clusters than this no interval is claimed (METHOD.md §7). */
export const fewestTreated = 5;

/**
 * The effects of a panel with pointwise 95 % intervals and, with a bootstrap,
 * simultaneous bands, which are never narrower than the intervals.
 */
export function effectRows(
  panel: LongPanel,
  {effects}: PanelResult,
  bootstrap: {draws: number; seed: number} | null
): EffectRow[] {
  const few = treatedClusters(panel).reduce((sum, mark) => sum + mark, 0) < fewestTreated;
  const bands = bootstrap && criticalValues(panel, effects, bootstrap);
  return effects.map((effect) => {
    const {term, estimate, schools, comparators} = effect;
    const {se, critical, ...pointwise} = intervalOf(effect, panel);
    const {low, high} = few ? {low: NaN, high: NaN} : pointwise;
    const row = {term, estimate, se, low, high, schools, comparators};
    if (!bands) return row;
    const margin = few ? NaN : se * Math.max(critical, term === "overall" ? bands.overall : bands.terms);
    return {
      term,
      estimate,
      se,
      low,
      high,
      band_low: estimate - margin,
      band_high: estimate + margin,
      schools,
      comparators
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
