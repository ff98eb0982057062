import {deviation} from "d3";
import {comparatorsBefore, treatedMean, type BlockPanel} from "../panel/block-panel.ts";
import {weighPanel, type SyntheticEffect} from "../panel/synthetic-effect.ts";
import {syntheticWeights, type Solver} from "./synthetic-weights.ts";

/** How weights are found, and where the search starts. */
export interface SyntheticOptions {
  solver: Solver;
  /** σ̂ of the penalty: the panel’s own unless another’s is to be kept, as replications keep that of the whole. */
  noise?: number;
  /** Weights that the solver starts from, if it starts from any. */
  start?: {unitWeights: Float64Array; timeWeights: Float64Array | null} | null;
}

/**
 * Synthetic difference in differences (Arkhangelsky et al. 2021, Algorithm 1):
 * weights on comparators that make them run parallel to the treated before, and
 * on periods before that make them like those after, then a difference in
 * differences by both. The penalty ζ of unit weights is (N_tr T_post)^¼ times the
 * standard deviation of the comparators’ first differences before (eq. 5); that of
 * time weights is next to none, and makes them unique.
 *
 * @example
 * import {readBlock, syntheticDid} from "school-partnerships";
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
 * const {estimate, unitWeights} = syntheticDid(panel, {solver: "exact"});
 * console.log(estimate.toFixed(2), [...unitWeights].map((weight) => weight.toFixed(2)).join());
 * // 2.50 0.50,0.50
 */
export function syntheticDid(
  panel: BlockPanel,
  {solver, noise = estimateNoise(panel), start = null}: SyntheticOptions
): SyntheticEffect {
  const {units, periods, comparators, before} = panel;
  const settings = {solver, intercept: true, leastDecrease: 1e-5 * noise};
  const count = (units.length - comparators) * (periods.length - before);
  const unitWeights = syntheticWeights(comparatorsBefore(panel), treatedMean(panel).slice(0, before), {
    ...settings,
    from: start && start.unitWeights,
    zeta: count ** 0.25 * noise
  });
  const timeWeights = syntheticWeights(periodsBefore(panel), meanAfter(panel), {
    ...settings,
    from: start && start.timeWeights,
    zeta: 1e-6 * noise
  });
  return weighPanel(panel, unitWeights, timeWeights);
}

/**
 * Difference in differences of a block: equal weights on comparators, and on periods before.
 *
 * @example
 * import {blockDid, readBlock} from "school-partnerships";
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
 * console.log(blockDid(panel).estimate.toFixed(2));
 * // 2.50
 */
export function blockDid(panel: BlockPanel): SyntheticEffect {
  const equal = (size: number) => new Float64Array(size).fill(1 / size);
  return weighPanel(panel, equal(panel.comparators), equal(panel.before));
}

/**
 * σ̂: the standard deviation of changes from one period to the next, of comparators before; 0 if there is one such change or none.
 *
 * @example
 * import {estimateNoise, readBlock} from "school-partnerships";
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
 * console.log(estimateNoise(panel).toFixed(2));
 * // 0.96
 */
export function estimateNoise(panel: BlockPanel): number {
  const changes = comparatorsBefore(panel).flatMap((outcomes) =>
    Array.from(outcomes.subarray(1), (value, t) => value - outcomes[t])
  );
  return deviation(changes) ?? 0;
}

/** Each period before, as the comparators’ outcomes in it. */
const periodsBefore = ({periods, outcome, comparators, before}: BlockPanel): Float64Array[] =>
  Array.from({length: before}, (_, t) =>
    Float64Array.from({length: comparators}, (_, unit) => outcome[unit * periods.length + t])
  );

/** Each comparator’s mean outcome after. */
const meanAfter = ({periods, outcome, comparators, before}: BlockPanel): Float64Array =>
  Float64Array.from({length: comparators}, (_, unit) => {
    let sum = 0;
    for (let t = before; t < periods.length; t++) sum += outcome[unit * periods.length + t];
    return sum / (periods.length - before);
  });
