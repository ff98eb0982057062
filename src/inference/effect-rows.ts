import {randomLcg} from "d3";
import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import type {LongPanel} from "../estimators/long-panel.ts";
import type {PanelResult} from "../estimators/panel-estimator.ts";
import {behind, degreesOfFreedom, intervalOf} from "./interval-of-effect.ts";
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
  {effects, degrees = degreesOfFreedom(behind(panel))}: PanelResult,
  bootstrap: {draws: number; seed: number} | null
): EffectRow[] {
  const few = behind(panel).treated < fewestTreated;
  const critical = bootstrap && criticalOf(panel, effects, {...bootstrap, pointwise: tQuantile(0.975, degrees)});
  return effects.map((effect) => {
    const {term, estimate, schools, comparators} = effect;
    const {se, low, high} = intervalOf(effect, panel, degrees);
    const margin = critical ? se * (term === "overall" ? critical.overall : critical.terms) : NaN;
    const claimed = few ? {low: NaN, high: NaN} : {low, high};
    const band = few ? {band_low: NaN, band_high: NaN} : {band_low: estimate - margin, band_high: estimate + margin};
    return {term, estimate, se, ...claimed, ...(bootstrap ? band : {}), schools, comparators};
  });
}

function criticalOf(
  panel: LongPanel,
  effects: PanelResult["effects"],
  {draws, seed, pointwise}: {draws: number; seed: number; pointwise: number}
): {overall: number; terms: number} {
  const clustering = {of: panel.cluster, count: panel.clusters};
  const of = (which: (term: number | string) => boolean) => {
    const influences = effects.flatMap(({term, influence}) => (influence && which(term) ? [influence] : []));
    if (!influences.length) return pointwise;
    const {critical} = multiplierBootstrap(influences, clustering, {draws, source: randomLcg(seed)});
    return Math.max(pointwise, critical);
  };
  return {overall: of((term) => term === "overall"), terms: of((term) => term !== "overall")};
}
