import {leastSquares} from "../../statistics/least-squares.ts";
import {addMoves} from "../../statistics/linear-model.ts";
import {addMean} from "../../statistics/mean-with-moves.ts";
import {meanRow} from "./row-means.ts";
import {minus, reasons, weightsWhere, type Sections, type TwoByTwo} from "./two-by-two.ts";

/** Outcome regression for repeated cross-sections, Sant’Anna & Zhao (2020) eq. 2.2: a line of the comparators for each year. */
export function sectionsRegression({treated, after, outcome, weights, design}: Sections): TwoByTwo {
  const where = (is: 0 | 1, then: 0 | 1) => weightsWhere(weights, (i) => treated[i] === is && after[i] === then);
  const lines = {before: leastSquares(design, outcome, where(0, 0)), after: leastSquares(design, outcome, where(0, 1))};
  if (!lines.before || !lines.after) return {reason: reasons.comparatorsAlike};
  const ofTreated = weightsWhere(weights, (i) => treated[i] === 1);
  const influence = new Float64Array(outcome.length);
  const change =
    addMean(where(1, 1), outcome, 1, influence) -
    addMean(where(1, 0), outcome, -1, influence) -
    addMean(ofTreated, minus(lines.after.fitted, lines.before.fitted), -1, influence);
  const x = meanRow(design, ofTreated);
  addMoves(design, lines.before, x, influence);
  addMoves(
    design,
    lines.after,
    x.map((value) => -value),
    influence
  );
  return {att: change, influence};
}
