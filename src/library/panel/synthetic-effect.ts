import {syntheticMean, treatedMean, type BlockPanel} from "./block-panel.ts";

/** An effect on the treated units, over all their treated periods, and the comparison that it is made of. */
export interface SyntheticEffect {
  /** In the unit of the outcome. */
  estimate: number;
  /** By comparator; they add up to 1. */
  unitWeights: Float64Array;
  /** By period before the treatment; null where the level before is not taken off. */
  timeWeights: Float64Array | null;
  /** By period, those before included: treated less weighted comparators, less the same before, weighted by time. */
  path: Float64Array;
}

/**
 * The effect on the treated units by given weights of comparators and of periods before: Arkhangelsky et al. (2021),
 * equation 2, by period and over those after. Without weights of periods the level before is not taken off.
 */
export function weighPanel(
  panel: BlockPanel,
  unitWeights: Float64Array,
  timeWeights: Float64Array | null
): SyntheticEffect {
  const {before} = panel;
  const synthetic = syntheticMean(panel, unitWeights);
  const gap = treatedMean(panel).map((value, t) => value - synthetic[t]);
  const level = timeWeights ? timeWeights.reduce((sum, weight, t) => sum + weight * gap[t], 0) : 0;
  const path = gap.map((value) => value - level);
  let sum = 0;
  for (let t = before; t < path.length; t++) sum += path[t];
  return {estimate: sum / (path.length - before), unitWeights, timeWeights, path};
}
