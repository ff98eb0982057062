import {addMoves} from "../../statistics/linear-model.ts";
import {addMean} from "../../statistics/mean-with-moves.ts";
import {estimatePropensity} from "./propensity.ts";
import {meanProduct} from "./row-means.ts";
import {negative, type Pair, type TwoByTwo} from "./two-by-two.ts";

/** Inverse probability weighting with weights that sum to one, Sant’Anna & Zhao (2020) section 3.1. */
export function pairWeighting({treated, change, weights, design, alike}: Pair): TwoByTwo {
  const propensity = estimatePropensity({design, alike}, treated, weights);
  if ("reason" in propensity) return propensity;
  const influence = new Float64Array(change.length);
  const ofTreated = addMean(propensity.treated, change, 1, influence);
  const ofOthers = addMean(propensity.comparators, change, -1, influence);
  const moved = meanProduct(design, propensity.comparators, change, ofOthers);
  addMoves(design, propensity.model, negative(moved), influence);
  return {att: ofTreated - ofOthers, influence};
}
