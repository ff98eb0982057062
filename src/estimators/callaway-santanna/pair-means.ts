import {addMean} from "../../statistics/mean-with-moves.ts";
import {weightsWhere, type Pair, type TwoByTwo} from "./two-by-two.ts";

/** Without covariates every method is the same: the treated’s mean change less the comparators’. */
export function pairMeans({treated, change, weights}: Omit<Pair, "design">): TwoByTwo {
  const influence = new Float64Array(change.length);
  const where = (is: 0 | 1) => weightsWhere(weights, (i) => treated[i] === is);
  const ofTreated = addMean(where(1), change, 1, influence);
  return {att: ofTreated - addMean(where(0), change, -1, influence), influence};
}
