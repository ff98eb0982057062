import {leastSquares} from "../../statistics/least-squares.ts";
import {addMoves} from "../../statistics/linear-model.ts";
import {addMean} from "../../statistics/mean-with-moves.ts";
import {meanRow} from "./row-means.ts";
import {minus, reasons, weightsWhere, type Pair, type TwoByTwo} from "./two-by-two.ts";

/** Outcome regression, Sant’Anna & Zhao (2020) eq. 2.2: the treated’s change less what the comparators’ line says of them. */
export function pairRegression({treated, change, weights, design}: Pair): TwoByTwo {
  const line = leastSquares(
    design,
    change,
    weightsWhere(weights, (i) => !treated[i])
  );
  if (!line) return {reason: reasons.comparatorsAlike};
  const ofTreated = weightsWhere(weights, (i) => treated[i] === 1);
  const influence = new Float64Array(change.length);
  const att = addMean(ofTreated, minus(change, line.fitted), 1, influence);
  addMoves(
    design,
    line,
    meanRow(design, ofTreated).map((value) => -value),
    influence
  );
  return {att, influence};
}
