import {addMoves} from "../../statistics/linear-model.ts";
import {addMean} from "../../statistics/mean-with-moves.ts";
import {estimatePropensity} from "./propensity.ts";
import {meanProduct} from "./row-means.ts";
import {minus, ofYear, type Sections, type TwoByTwo} from "./two-by-two.ts";

/** Inverse probability weighting for repeated cross-sections, weights summing to one: Sant’Anna & Zhao (2020) section 3.1. */
export function sectionsWeighting(sections: Sections): TwoByTwo {
  const {treated, weights, design, alike} = sections;
  const propensity = estimatePropensity({design, alike}, treated, weights);
  if ("reason" in propensity) return propensity;
  const influence = new Float64Array(treated.length);
  const [before, after] = ([0, 1] as const).map((year) => {
    const rows = ofYear(sections, year);
    const sliceOwn = (values: Float64Array) => values.subarray(rows.from, rows.to);
    const [sign, against] = year === 1 ? ([1, -1] as const) : ([-1, 1] as const);
    const ofTreated = addMean(sliceOwn(propensity.treated), rows.outcome, sign, sliceOwn(influence));
    const ofOthers = addMean(sliceOwn(propensity.comparators), rows.outcome, against, sliceOwn(influence));
    const moved = meanProduct(rows.design, sliceOwn(propensity.comparators), rows.outcome, ofOthers);
    return {gap: ofTreated - ofOthers, moved};
  }) as [Year, Year];
  addMoves(design, propensity.model, minus(before.moved, after.moved), influence);
  return {att: after.gap - before.gap, influence};
}

/** Treated less others in a year, and how the others’ mean moves with the propensities. */
interface Year {
  gap: number;
  moved: Float64Array;
}
