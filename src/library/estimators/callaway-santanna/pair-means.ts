import {addMean} from "../../statistics/mean-with-moves.ts";
import {weightsWhere, type Pair, type TwoByTwo} from "./two-by-two.ts";

/** Without covariates every method is the same: the treated’s mean change less the comparators’. */
export function pairMeans({treated, change, weights}: Omit<Pair, "design">): TwoByTwo {
  const influence = new Float64Array(change.length);
  const ofTreated = addMean(weightsWhere(weights, treated, 1), change, 1, influence);
  return {att: ofTreated - addMean(weightsWhere(weights, treated, 0), change, -1, influence), influence};
}
