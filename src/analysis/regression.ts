import {range} from "d3";
import {leastSquares, type Line} from "../statistics/least-squares.ts";
import {crossProducts, crossProductsWithout, type Design} from "../statistics/linear-model.ts";
import {standardisedDesign} from "../statistics/standardised-design.ts";

/** A regression among the pool. */
export interface Fit {
  design: Design;
  line: Line;
}

/** A design, and its cross products over the whole pool. */
interface Tried {
  design: Design;
  /** By column of the design: the variable it is made from. */
  names: readonly string[];
  products: Float64Array;
}

/** What changes are regressed on, the first that a pool is large enough for: with squares, then without. */
export type Regressors = readonly Tried[];

/** The rows of a cohort: its joiners, its pool, and its joiners once more, as they are told to have been. */
export interface Rows {
  joiners: number;
  pool: number;
}

export const rowsIn = ({joiners, pool}: Rows): number => joiners + pool + joiners;

/** A regression on covariates needs so many schools of the pool for each coefficient; with fewer, changes are counted from the pool’s mean. */
const schoolsPerCoefficient = 3;

/** The columns with their squares beside them, as a school far out comes back by more than a line says (Abadie & Imbens 2011 take a power series); and without. */
export function regressorsOf(of: Rows, columns: readonly {name: string; values: Float64Array}[]): Regressors {
  const rows = rowsIn(of);
  const straight = standardisedDesign(rows, columns);
  const names = columns.map(({name}) => name).filter((name) => !straight.collinear.includes(name));
  const lines = straight.design.columns.map((values, i) => ({name: `line ${i}`, values}));
  const squares = lines.map(({values}, i) => ({name: `square ${i}`, values: values.map((value) => value * value)}));
  const curved = standardisedDesign(rows, [...lines, ...squares]);
  const squared = names.filter((_, i) => !curved.collinear.includes(`square ${i}`));
  const products = crossProducts(curved.design, new Float64Array(rows).fill(1, of.joiners, of.joiners + of.pool));
  return [
    {design: curved.design, names: [...names, ...squared], products},
    {design: straight.design, names, products: among(products, range(names.length + 1))}
  ];
}

/** The same with some of the variables only: what they would give by themselves, but that a column which those left out explain stays out. */
export const someOf = (regressors: Regressors, isIn: (name: string) => boolean): Regressors =>
  regressors.map(({design, names, products}) => {
    const places = range(names.length).filter((i) => isIn(names[i]));
    return {
      design: {rows: design.rows, columns: places.map((i) => design.columns[i])},
      names: places.map((i) => names[i]),
      products: among(products, [0, ...places.map((i) => i + 1)])
    };
  });

/** Some rows and columns of a square matrix. */
function among(matrix: Float64Array, places: readonly number[]): Float64Array {
  const size = Math.sqrt(matrix.length);
  return Float64Array.from({length: places.length ** 2}, (_, at) => {
    const [row, column] = [places[Math.floor(at / places.length)], places[at % places.length]];
    return matrix[row * size + column];
  });
}

/** What the pool’s changes make of every row; null where none of the pool has a change. Changes of joiners and the pool, NaN where unknown. */
export function regressAmongPool(change: Float64Array, regressors: Regressors, of: Rows): Fit | null {
  const {joiners, pool} = of;
  const rows = rowsIn(of);
  const counts = new Float64Array(rows);
  const known = new Float64Array(rows);
  const without: number[] = [];
  for (let i = joiners; i < joiners + pool; i++) {
    if (Number.isNaN(change[i])) without.push(i);
    else {
      known[i] = change[i];
      counts[i] = 1;
    }
  }
  const count = pool - without.length;
  if (!count) return null;
  for (const {design, products} of regressors) {
    if (count < schoolsPerCoefficient * (design.columns.length + 1)) continue;
    // Few rows are sooner taken off than many are added up.
    const own =
      without.length < count ? crossProductsWithout(design, products, without) : crossProducts(design, counts);
    const line = leastSquares(design, known, counts, own);
    if (line) return {design, line};
  }
  const mean = {rows, columns: []};
  const line = leastSquares(mean, known, counts);
  return line && {design: mean, line};
}
