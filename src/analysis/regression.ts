import {leastSquares, type Line} from "../statistics/least-squares.ts";
import {crossProducts, crossProductsWithout, type Design} from "../statistics/linear-model.ts";
import {meanOfAvailable} from "../statistics/mean-of-available.ts";
import {standardisedDesign} from "../statistics/standardised-design.ts";
import type {CohortSets} from "./matched-sets.ts";

/** A regression among the pool. */
export interface Fit {
  design: Design;
  line: Line;
}

/** A design, and its cross products over the whole pool. */
interface Tried {
  design: Design;
  products: Float64Array;
}

/** What changes are regressed on, the first that a pool is large enough for: with squares, then without. */
export type Regressors = readonly Tried[];

/** A regression on covariates needs so many schools of the pool for each coefficient; with fewer, changes are counted from the pool’s mean. */
const schoolsPerCoefficient = 3;

/**
 * The outcome’s own base mean, and the covariates unless one says it already; their squares beside them: a school far out comes
 * back by more than a line says (Abadie & Imbens 2011 take a power series).
 */
export function regressorsOf({covariates, joiners}: CohortSets, base: Float64Array, measure: string): Regressors {
  const centre = meanOfAvailable(base, 0, base.length - 1);
  const own = base.map((value) => (Number.isNaN(value) ? centre : value));
  const others = covariates.filter(({name}) => name !== measure);
  const columns = Number.isNaN(centre) ? others : [{name: measure, values: own}, ...others];
  const {design} = standardisedDesign(base.length, columns);
  const lines = design.columns.map((values, i) => ({name: `line ${i}`, values}));
  const squares = lines.map(({values}, i) => ({name: `square ${i}`, values: values.map((value) => value * value)}));
  const curved = standardisedDesign(base.length, [...lines, ...squares]).design;
  const products = crossProducts(curved, new Float64Array(base.length).fill(1, joiners.length));
  return [
    {design: curved, products},
    {design, products: leading(products, design.columns.length + 1)}
  ];
}

/** The first rows and columns of a square matrix. */
function leading(matrix: Float64Array, size: number): Float64Array {
  const of = Math.sqrt(matrix.length);
  return Float64Array.from({length: size * size}, (_, at) => matrix[Math.floor(at / size) * of + (at % size)]);
}

/** Changes of joiners and the pool, NaN where unknown, regressed among the pool; null where none of it has one. */
export function regressAmongPool(change: Float64Array, regressors: Regressors | null, joiners: number): Fit | null {
  const among = new Float64Array(change.length);
  const known = new Float64Array(change.length);
  const without: number[] = [];
  for (let i = 0; i < change.length; i++) {
    if (!Number.isNaN(change[i])) known[i] = change[i];
    if (i < joiners) continue;
    if (Number.isNaN(change[i])) without.push(i);
    else among[i] = 1;
  }
  const count = change.length - joiners - without.length;
  if (!count) return null;
  for (const {design, products} of regressors ?? []) {
    if (count < schoolsPerCoefficient * (design.columns.length + 1)) continue;
    const line = leastSquares(
      design,
      known,
      among,
      // Few rows are sooner taken off than many are added up.
      without.length < count ? crossProductsWithout(design, products, without) : crossProducts(design, among)
    );
    if (line) return {design, line};
  }
  const mean = {rows: change.length, columns: []};
  const line = leastSquares(mean, known, among);
  return line && {design: mean, line};
}
