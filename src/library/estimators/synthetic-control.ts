import {comparatorsBefore, treatedMean, type BlockPanel} from "../panel/block-panel.ts";
import {weighPanel, type SyntheticEffect} from "../panel/synthetic-effect.ts";
import {estimateNoise, type SyntheticOptions} from "./synthetic-did.ts";
import {syntheticWeights, type Solver} from "./synthetic-weights.ts";

/**
 * Synthetic control (Abadie, Diamond & Hainmueller 2010) on the outcomes before:
 * weights on comparators that make their outcomes equal the treated’s in level,
 * period by period, and the difference after. A penalty of next to nothing (ζ is a
 * millionth of the noise) chooses the most even weights of those that fit alike.
 *
 * @example
 * import {readBlock, syntheticControl} from "school-partnerships";
 *
 * // c is treated from 2013.
 * const panel = readBlock(
 *   {
 *     id: [..."aaaabbbbcccc"],
 *     time: Float64Array.from({length: 12}, (_, i) => 2010 + (i % 4)),
 *     treated: Float64Array.from({length: 12}, (_, i) => (i === 11 ? 1 : 0)),
 *     outcome: Float64Array.of(1, 2, 4, 5, 5, 5, 7, 8, 3, 4, 5, 9)
 *   },
 *   {file: "panel", row: Array.from({length: 12}, (_, i) => i + 1)}
 * );
 * const {estimate, unitWeights} = syntheticControl(panel, {solver: "exact"});
 * console.log(estimate.toFixed(2), [...unitWeights].map((weight) => weight.toFixed(2)).join());
 * // 2.50 0.50,0.50
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
 *
 * @example
 * import {chooseSolver, readBlock} from "school-partnerships";
 *
 * // c is treated from 2013.
 * const panel = readBlock(
 *   {
 *     id: [..."aaaabbbbcccc"],
 *     time: Float64Array.from({length: 12}, (_, i) => 2010 + (i % 4)),
 *     treated: Float64Array.from({length: 12}, (_, i) => (i === 11 ? 1 : 0)),
 *     outcome: Float64Array.of(1, 2, 4, 5, 5, 5, 7, 8, 3, 4, 5, 9)
 *   },
 *   {file: "panel", row: Array.from({length: 12}, (_, i) => i + 1)}
 * );
 * console.log(chooseSolver(panel));
 * // exact
 */
export const chooseSolver = ({comparators, before}: BlockPanel): Solver =>
  before >= comparators ? "exact" : "frank_wolfe";
