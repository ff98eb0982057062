import {addMoves} from "../../statistics/linear-model.ts";
import {addMean} from "../../statistics/mean-with-moves.ts";
import {propensityOf} from "./propensity.ts";
import {meanProduct} from "./row-means.ts";
import {minus, weightsWhere, type Sections, type TwoByTwo} from "./two-by-two.ts";

/** Inverse probability weighting for repeated cross-sections, weights summing to one: Sant’Anna & Zhao (2020) section 3.1. */
export function sectionsWeighting({treated, after, outcome, weights, design}: Sections): TwoByTwo {
  const propensity = propensityOf(design, treated, weights);
  if ("reason" in propensity) return propensity;
  const influence = new Float64Array(outcome.length);
  const ofTreated =
    addMean(weightsWhere(propensity.treated, after, 1), outcome, 1, influence) -
    addMean(weightsWhere(propensity.treated, after, 0), outcome, -1, influence);
  const others = {
    before: weightsWhere(propensity.comparators, after, 0),
    later: weightsWhere(propensity.comparators, after, 1)
  };
  const before = addMean(others.before, outcome, 1, influence);
  const later = addMean(others.later, outcome, -1, influence);
  const moved = minus(
    meanProduct(design, others.before, outcome, before),
    meanProduct(design, others.later, outcome, later)
  );
  addMoves(design, propensity.model, moved, influence);
  return {att: ofTreated - (later - before), influence};
}
