import {deviation} from "d3";
import {Matrix, pseudoInverse} from "ml-matrix";
import {UserError} from "../errors.ts";
import {nelderMead} from "../statistics/nelder-mead.ts";
import {simplexLeastSquares} from "../statistics/simplex-least-squares.ts";

/** What a synthetic unit is to resemble, by unit: the comparators, then the one treated. */
export interface PredictorPanel {
  predictors: readonly {name: string; values: Float64Array}[];
  /** Outcomes before, which determine how much each predictor matters. */
  outcomes: readonly Float64Array[];
}

/** Weights of comparators, and how much each predictor counts. */
export interface PredictorWeights {
  /** By comparator; they add up to 1. */
  unitWeights: Float64Array;
  /** By predictor; they add up to 1. */
  predictorWeights: Float64Array;
  /** Mean squared difference of the outcomes before. */
  loss: number;
}

/**
 * Synthetic control on predictors (Abadie & Gardeazabal 2003; Abadie, Diamond &
 * Hainmueller 2010, section 2.3). Predictors are taken over their standard
 * deviation; for given weights V on them, comparators are weighed to be nearest to
 * the treated by V, and V is chosen so that the outcomes before are nearest too.
 *
 * That choice has many local minima (Becker & Klößner 2018). As is usual, the
 * better of two searches is returned: from equal weights, and from the squared
 * coefficients of the outcomes’ regression on the predictors. A lower one may
 * exist, so weights on units should be judged by how well they fit, not by V.
 *
 * Throws a UserError at a predictor that is the same for every unit.
 *
 * @example
 * import {predictorSyntheticControl} from "school-partnerships";
 *
 * // The treated unit comes last, and lies halfway between the first two.
 * const {unitWeights} = predictorSyntheticControl({
 *   predictors: [
 *     {name: "income", values: Float64Array.of(1, 3, 9, 2)},
 *     {name: "size", values: Float64Array.of(1, 3, 2, 2)}
 *   ],
 *   outcomes: [Float64Array.of(4, 5), Float64Array.of(6, 7), Float64Array.of(20, 22), Float64Array.of(5, 6)]
 * });
 * console.log([...unitWeights].map((weight) => weight.toFixed(2)).join());
 * // 0.50,0.50,0.00
 */
export function predictorSyntheticControl({predictors, outcomes}: PredictorPanel): PredictorWeights {
  const scaled = predictors.map(({name, values}) => scaledBy(name, values));
  const treated = outcomes.length - 1;
  const weigh = (v: readonly number[]) => {
    const total = v.reduce((sum, value) => sum + Math.abs(value), 0);
    const shares = v.map((value) => Math.abs(value) / total);
    const ofUnit = (unit: number) => Float64Array.from(scaled, (values, j) => Math.sqrt(shares[j]) * values[unit]);
    const columns = Array.from({length: treated}, (_, unit) => ofUnit(unit));
    return {shares, weights: simplexLeastSquares(columns, ofUnit(treated), {ridge: 0})};
  };
  const computeLoss = (weights: Float64Array) => {
    const target = outcomes[treated];
    const gaps = target.map((y, t) => y - weights.reduce((sum, w, unit) => sum + w * outcomes[unit][t], 0));
    return gaps.reduce((sum, gap) => sum + gap * gap, 0) / gaps.length;
  };
  const starts = [scaled.map(() => 1 / scaled.length), regressionWeights(scaled, outcomes)];
  const ends = starts.map((start) => {
    const v = nelderMead((w) => computeLoss(weigh(w).weights), start, {
      width: Math.max(...start) / 10,
      tolerance: 1e-10
    });
    const {shares, weights} = weigh(v);
    return {unitWeights: weights, predictorWeights: Float64Array.from(shares), loss: computeLoss(weights)};
  });
  return ends.reduce((best, end) => (end.loss < best.loss ? end : best));
}

function scaledBy(name: string, values: Float64Array): Float64Array {
  const spread = deviation(values);
  if (spread) return values.map((value) => value / spread);
  throw new UserError(`the predictor ${name} is the same for every unit`, {fix: `leave ${name} out`});
}

/** Summed squares of each predictor’s coefficients when the outcomes of each period are regressed on all, as shares. */
function regressionWeights(scaled: readonly Float64Array[], outcomes: readonly Float64Array[]): number[] {
  const x = new Matrix(outcomes.map((_, unit) => [1, ...scaled.map((values) => values[unit])]));
  const y = new Matrix(outcomes.map((values) => Array.from(values)));
  const coefficients = pseudoInverse(x).mmul(y);
  const squares = scaled.map((_, j) => coefficients.getRow(j + 1).reduce((sum, b) => sum + b * b, 0));
  const total = squares.reduce((sum, square) => sum + square, 0);
  return squares.map((square) => square / total);
}
