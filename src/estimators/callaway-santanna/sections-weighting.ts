import {addMoves} from "../../statistics/linear-model.ts";
import {addMean} from "../../statistics/mean-with-moves.ts";
import {propensityOf} from "./propensity.ts";
import {meanRow} from "./row-means.ts";
import {minus, weightsWhere, type Sections, type TwoByTwo} from "./two-by-two.ts";

/** Inverse probability weighting for repeated cross-sections, weights summing to one: Sant’Anna & Zhao (2020) section 3.1. */
export function sectionsWeighting({treated, after, outcome, weights, design}: Sections): TwoByTwo {
  const propensity = propensityOf(design, treated, weights);
  if ("reason" in propensity) return propensity;
  const influence = new Float64Array(outcome.length);
  const then = (a: Float64Array, year: 0 | 1) => weightsWhere(a, (i) => after[i] === year);
  const ofTreated =
    addMean(then(propensity.treated, 1), outcome, 1, influence) -
    addMean(then(propensity.treated, 0), outcome, -1, influence);
  const others = {before: then(propensity.comparators, 0), after: then(propensity.comparators, 1)};
  const mean = {
    before: addMean(others.before, outcome, 1, influence),
    after: addMean(others.after, outcome, -1, influence)
  };
  const apart = (year: keyof typeof mean) =>
    meanRow(
      design,
      others[year],
      outcome.map((y) => y - mean[year])
    );
  addMoves(design, propensity.model, minus(apart("before"), apart("after")), influence);
  return {att: ofTreated - (mean.after - mean.before), influence};
}
