import {leastSquares} from "../../statistics/least-squares.ts";
import {addMoves, indexTerms} from "../../statistics/linear-model.ts";
import {addMean} from "../../statistics/mean-with-moves.ts";
import {meanRow} from "./row-means.ts";
import {minus, negative, ofYear, reasons, weightsWhere, type Sections, type TwoByTwo} from "./two-by-two.ts";

/** Outcome regression for repeated cross-sections, Sant’Anna & Zhao (2020) eq. 2.2: a line of the comparators for each year. */
export function sectionsRegression(sections: Sections): TwoByTwo {
  const {treated, weights, design} = sections;
  const ofTreated = weightsWhere(weights, treated, 1);
  const [before, after] = [ofYear(sections, 0), ofYear(sections, 1)];
  const makeLine = (rows: typeof before) =>
    leastSquares(rows.design, rows.outcome, weightsWhere(rows.weights, rows.treated, 0));
  const line = {before: makeLine(before), after: makeLine(after)};
  if (!line.before || !line.after) return {reason: reasons.comparatorsAlike};
  const influence = new Float64Array(treated.length);
  const sliceOwn = (values: Float64Array, {from, to}: typeof before) => values.subarray(from, to);
  const said = indexTerms(design, minus(line.after.coefficients, line.before.coefficients));
  const att =
    addMean(sliceOwn(ofTreated, after), after.outcome, 1, sliceOwn(influence, after)) -
    addMean(sliceOwn(ofTreated, before), before.outcome, -1, sliceOwn(influence, before)) -
    addMean(ofTreated, said, -1, influence);
  const x = meanRow(design, ofTreated);
  addMoves(before.design, line.before, x, sliceOwn(influence, before));
  addMoves(after.design, line.after, negative(x), sliceOwn(influence, after));
  return {att, influence};
}
