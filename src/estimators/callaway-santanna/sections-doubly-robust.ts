import {leastSquares} from "../../statistics/least-squares.ts";
import {addMoves} from "../../statistics/linear-model.ts";
import {addMean} from "../../statistics/mean-with-moves.ts";
import {propensityOf} from "./propensity.ts";
import {meanProduct, meanRow} from "./row-means.ts";
import {minus, negative, reasons, weightsWhere, type Sections, type TwoByTwo} from "./two-by-two.ts";

/**
 * Locally efficient doubly robust for repeated cross-sections, Sant’Anna & Zhao
 * (2020) eq. 3.4 with influence after theorem A.2: lines of both groups in both
 * years; outcomes less the comparators’ line of the year, treated less
 * reweighted comparators, after less before; and what the treated’s lines say
 * of all treated rows rather than of those of their own year.
 */
export function sectionsDoublyRobust({treated, after, outcome, weights, design}: Sections): TwoByTwo {
  const propensity = propensityOf(design, treated, weights);
  if ("reason" in propensity) return propensity;
  const [others, ofTreated] = [weightsWhere(weights, treated, 0), weightsWhere(weights, treated, 1)];
  const line = (group: Float64Array, year: 0 | 1) => leastSquares(design, outcome, weightsWhere(group, after, year));
  const all = meanRow(design, propensity.treated);
  const influence = new Float64Array(outcome.length);
  let att = 0;
  for (const year of [1, 0] as const) {
    const ofYear = {others: line(others, year), treated: line(ofTreated, year)};
    if (!ofYear.others) return {reason: reasons.comparatorsAlike};
    if (!ofYear.treated) return {reason: reasons.treatedAlike};

    const [sign, against] = year === 1 ? ([1, -1] as const) : ([-1, 1] as const);
    const a = weightsWhere(propensity.treated, after, year);
    const c = weightsWhere(propensity.comparators, after, year);
    const rest = minus(outcome, ofYear.others.fitted);
    const between = minus(ofYear.treated.fitted, ofYear.others.fitted);
    const mean = {treated: addMean(a, rest, sign, influence), others: addMean(c, rest, against, influence)};
    const gap = addMean(propensity.treated, between, sign, influence) - addMean(a, between, against, influence);
    att += sign * (mean.treated - mean.others + gap);

    const signed = (row: Float64Array) => (year === 1 ? row : negative(row));
    const x = {treated: meanRow(design, a), others: meanRow(design, c)};
    // DRDID 1.2 gives x.others − x.treated the sign of the later year in both years. It tends to zero; we keep its digits.
    const ofLine = minus(minus(x.others, x.treated), signed(minus(all, x.treated)));
    addMoves(design, ofYear.others, ofLine, influence);
    addMoves(design, ofYear.treated, signed(minus(all, x.treated)), influence);
    const moved = meanProduct(design, c, rest, mean.others);
    addMoves(design, propensity.model, negative(signed(moved)), influence);
  }
  return {att, influence};
}
