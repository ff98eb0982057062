import {comparatorsBefore, treatedMean, type BlockPanel} from "../panel/block-panel.ts";
import {weighPanel, type SyntheticEffect} from "../panel/synthetic-effect.ts";
import {estimateNoise, type SyntheticOptions} from "./synthetic-did.ts";
import {syntheticWeights, type Solver} from "./synthetic-weights.ts";

/**
 * Synthetic control (Abadie, Diamond & Hainmueller 2010) on the outcomes before:
 * weights on comparators that make their outcomes equal the treated’s in level,
 * period by period, and the difference after. A penalty of next to nothing (ζ is a
 * millionth of the noise) chooses the most even weights of those that fit alike.
 */
export function syntheticControl(
  panel: BlockPanel,
  {solver, noise = estimateNoise(panel), start = null}: SyntheticOptions
): SyntheticEffect {
  const target = treatedMean(panel).slice(0, panel.before);
  const weights = syntheticWeights(comparatorsBefore(panel), target, {
    solver,
    intercept: false,
    from: start && start.unitWeights,
    zeta: 1e-6 * noise,
    leastDecrease: 1e-5 * noise
  });
  return weighPanel(panel, weights, null);
}

/**
 * The solver that a panel calls for: exact where there are at least as many
 * periods before as comparators. With fewer, many weights fit nearly as well, and
 * the early stop of Frank–Wolfe, as in the software of Arkhangelsky et al. (2021),
 * keeps them spread.
 */
export const chooseSolver = ({comparators, before}: BlockPanel): Solver =>
  before >= comparators ? "exact" : "frank_wolfe";
