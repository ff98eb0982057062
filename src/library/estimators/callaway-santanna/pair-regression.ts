import {leastSquares} from "../../statistics/least-squares.ts";
import {addMoves} from "../../statistics/linear-model.ts";
import {addMean} from "../../statistics/mean-with-moves.ts";
import {meanRow} from "./row-means.ts";
import {minus, negative, reasons, weightsWhere, type Pair, type TwoByTwo} from "./two-by-two.ts";

/** Outcome regression, Sant’Anna & Zhao (2020) eq. 2.2: the treated’s change less what the comparators’ line says of them. */
export function pairRegression({treated, change, weights, design}: Pair): TwoByTwo {
  const line = leastSquares(design, change, weightsWhere(weights, treated, 0));
  if (!line) return {reason: reasons.comparatorsAlike};
  const ofTreated = weightsWhere(weights, treated, 1);
  const influence = new Float64Array(change.length);
  const att = addMean(ofTreated, minus(change, line.fitted), 1, influence);
  addMoves(design, line, negative(meanRow(design, ofTreated)), influence);
  return {att, influence};
}
