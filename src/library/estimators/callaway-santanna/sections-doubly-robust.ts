import {leastSquares} from "../../statistics/least-squares.ts";
import {addMoves, indexTerms} from "../../statistics/linear-model.ts";
import {addMean} from "../../statistics/mean-with-moves.ts";
import {estimatePropensity} from "./propensity.ts";
import {meanProduct, meanRow} from "./row-means.ts";
import {minus, negative, ofYear, reasons, weightsWhere, type Sections, type TwoByTwo} from "./two-by-two.ts";

/**
 * Locally efficient doubly robust for repeated cross-sections, Sant’Anna & Zhao
 * (2020) eq. 3.4 with influence after theorem A.2: lines of both groups in both
 * years; outcomes less the comparators’ line of the year, treated less
 * reweighted comparators, after less before; and what the treated’s lines say
 * of all treated rows rather than of those of their own year.
 */
export function sectionsDoublyRobust(sections: Sections): TwoByTwo {
  const {treated, weights, design, alike} = sections;
  const propensity = estimatePropensity({design, alike}, treated, weights);
  if ("reason" in propensity) return propensity;
  const others = weightsWhere(weights, treated, 0);
  const all = meanRow(design, propensity.treated);
  const influence = new Float64Array(treated.length);
  const moved: Float64Array[] = [];
  let att = 0;
  for (const year of [1, 0] as const) {
    const rows = ofYear(sections, year);
    const sliceOwn = (values: Float64Array) => values.subarray(rows.from, rows.to);
    const [a, c, into] = [sliceOwn(propensity.treated), sliceOwn(propensity.comparators), sliceOwn(influence)];
    const line = {
      others: leastSquares(rows.design, rows.outcome, sliceOwn(others)),
      treated: leastSquares(rows.design, rows.outcome, a)
    };
    if (!line.others) return {reason: reasons.comparatorsAlike};
    if (!line.treated) return {reason: reasons.treatedAlike};

    const [sign, against] = year === 1 ? ([1, -1] as const) : ([-1, 1] as const);
    const signRow = (row: Float64Array) => (year === 1 ? row : negative(row));
    const rest = minus(rows.outcome, line.others.fitted);
    const between = indexTerms(design, minus(line.treated.coefficients, line.others.coefficients));
    const mean = {treated: addMean(a, rest, sign, into), others: addMean(c, rest, against, into)};
    const gap = addMean(propensity.treated, between, sign, influence) - addMean(a, sliceOwn(between), against, into);
    att += sign * (mean.treated - mean.others + gap);

    const x = {treated: meanRow(rows.design, a), others: meanRow(rows.design, c)};
    // DRDID 1.2 gives x.others − x.treated the sign of the later year in both years. It tends to zero; we keep its digits.
    const ofLine = minus(minus(x.others, x.treated), signRow(minus(all, x.treated)));
    addMoves(rows.design, line.others, ofLine, into);
    addMoves(rows.design, line.treated, signRow(minus(all, x.treated)), into);
    moved.push(signRow(meanProduct(rows.design, c, rest, mean.others)));
  }
  const [after, before] = moved;
  addMoves(design, propensity.model, negative(minus(after, negative(before))), influence);
  return {att, influence};
}
