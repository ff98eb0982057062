import {leastSquares} from "../../statistics/least-squares.ts";
import {addMoves} from "../../statistics/linear-model.ts";
import {addMean} from "../../statistics/mean-with-moves.ts";
import {estimatePropensity} from "./propensity.ts";
import {meanProduct, meanRow} from "./row-means.ts";
import {minus, negative, reasons, weightsWhere, type Pair, type TwoByTwo} from "./two-by-two.ts";

/**
 * Doubly robust for panels, Sant’Anna & Zhao (2020) eq. 2.5 with influence
 * after theorem A.1: the changes less the comparators’ line, treated less
 * reweighted comparators.
 */
export function pairDoublyRobust({treated, change, weights, design, alike}: Pair): TwoByTwo {
  const propensity = estimatePropensity({design, alike}, treated, weights);
  if ("reason" in propensity) return propensity;
  const line = leastSquares(design, change, weightsWhere(weights, treated, 0));
  if (!line) return {reason: reasons.comparatorsAlike};
  const rest = minus(change, line.fitted);
  const influence = new Float64Array(change.length);
  const ofTreated = addMean(propensity.treated, rest, 1, influence);
  const ofOthers = addMean(propensity.comparators, rest, -1, influence);
  const x = {treated: meanRow(design, propensity.treated), others: meanRow(design, propensity.comparators)};
  addMoves(design, line, minus(x.others, x.treated), influence);
  const moved = meanProduct(design, propensity.comparators, rest, ofOthers);
  addMoves(design, propensity.model, negative(moved), influence);
  return {att: ofTreated - ofOthers, influence};
}
