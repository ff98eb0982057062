import {addMean} from "../../statistics/mean-with-moves.ts";
import {ofYear, weightsWhere, type Sections, type TwoByTwo} from "./two-by-two.ts";

/** Without covariates every method is the same: a difference between two differences of means. */
export function sectionsMeans(sections: Sections): TwoByTwo {
  const influence = new Float64Array(sections.outcome.length);
  const mean = (is: 0 | 1, year: 0 | 1) => {
    const {treated, weights, outcome, from, to} = ofYear(sections, year);
    return addMean(weightsWhere(weights, treated, is), outcome, is === year ? 1 : -1, influence.subarray(from, to));
  };
  return {att: mean(1, 1) - mean(1, 0) - (mean(0, 1) - mean(0, 0)), influence};
}
