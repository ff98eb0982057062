import {leastSquares} from "../../statistics/least-squares.ts";
import {addMoves} from "../../statistics/linear-model.ts";
import {addMean} from "../../statistics/mean-with-moves.ts";
import {meanRow} from "./row-means.ts";
import {minus, negative, reasons, weightsWhere, type Sections, type TwoByTwo} from "./two-by-two.ts";

/** Outcome regression for repeated cross-sections, Sant’Anna & Zhao (2020) eq. 2.2: a line of the comparators for each year. */
export function sectionsRegression({treated, after, outcome, weights, design}: Sections): TwoByTwo {
  const [others, ofTreated] = [weightsWhere(weights, treated, 0), weightsWhere(weights, treated, 1)];
  const before = leastSquares(design, outcome, weightsWhere(others, after, 0));
  const later = leastSquares(design, outcome, weightsWhere(others, after, 1));
  if (!before || !later) return {reason: reasons.comparatorsAlike};
  const influence = new Float64Array(outcome.length);
  const att =
    addMean(weightsWhere(ofTreated, after, 1), outcome, 1, influence) -
    addMean(weightsWhere(ofTreated, after, 0), outcome, -1, influence) -
    addMean(ofTreated, minus(later.fitted, before.fitted), -1, influence);
  const x = meanRow(design, ofTreated);
  addMoves(design, before, x, influence);
  addMoves(design, later, negative(x), influence);
  return {att, influence};
}
