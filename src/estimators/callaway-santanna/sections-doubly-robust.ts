import {leastSquares} from "../../statistics/least-squares.ts";
import {addMoves} from "../../statistics/linear-model.ts";
import {addMean} from "../../statistics/mean-with-moves.ts";
import {propensityOf} from "./propensity.ts";
import {meanRow} from "./row-means.ts";
import {minus, reasons, weightsWhere, type Sections, type TwoByTwo} from "./two-by-two.ts";

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
  const line = (is: 0 | 1, year: 0 | 1) =>
    leastSquares(
      design,
      outcome,
      weightsWhere(weights, (i) => treated[i] === is && after[i] === year)
    );
  const lines = [line(0, 0), line(0, 1), line(1, 0), line(1, 1)] as const;
  const [others0, others1, treated0, treated1] = lines;
  if (!others0 || !others1) return {reason: reasons.comparatorsAlike};
  if (!treated0 || !treated1) return {reason: reasons.treatedAlike};

  const influence = new Float64Array(outcome.length);
  let att = 0;
  for (const [year, ofOthers, ofTreated] of [
    [1, others1, treated1],
    [0, others0, treated0]
  ] as const) {
    const sign = year === 1 ? 1 : -1;
    const against = sign === 1 ? -1 : 1;
    const a = weightsWhere(propensity.treated, (i) => after[i] === year);
    const c = weightsWhere(propensity.comparators, (i) => after[i] === year);
    const rest = minus(outcome, ofOthers.fitted);
    const between = minus(ofTreated.fitted, ofOthers.fitted);
    const meanOfTreated = addMean(a, rest, sign, influence);
    const meanOfOthers = addMean(c, rest, against, influence);
    const ofAll = addMean(propensity.treated, between, sign, influence);
    const ofYear = addMean(a, between, against, influence);
    att += sign * (meanOfTreated - meanOfOthers + ofAll - ofYear);

    const x = {all: meanRow(design, propensity.treated), year: meanRow(design, a), others: meanRow(design, c)};
    const signed = (value: number) => sign * value;
    // DRDID 1.2 gives these two moves the sign of the later year in both years. They tend to zero; we keep its digits.
    addMoves(design, ofOthers, minus(x.others, x.year), influence);
    addMoves(design, ofOthers, minus(x.year, x.all).map(signed), influence);
    addMoves(design, ofTreated, minus(x.all, x.year).map(signed), influence);
    const apart = rest.map((value) => meanOfOthers - value);
    addMoves(design, propensity.model, meanRow(design, c, apart).map(signed), influence);
  }
  return {att, influence};
}
