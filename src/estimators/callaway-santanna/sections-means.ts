import {addMean} from "../../statistics/mean-with-moves.ts";
import {weightsWhere, type Sections, type TwoByTwo} from "./two-by-two.ts";

/** Without covariates every method is the same: a difference between two differences of means. */
export function sectionsMeans({treated, after, outcome, weights}: Omit<Sections, "design">): TwoByTwo {
  const influence = new Float64Array(outcome.length);
  const mean = (is: 0 | 1, year: 0 | 1) =>
    addMean(weightsWhere(weightsWhere(weights, treated, is), after, year), outcome, is === year ? 1 : -1, influence);
  return {att: mean(1, 1) - mean(1, 0) - (mean(0, 1) - mean(0, 0)), influence};
}
