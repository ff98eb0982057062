import {range} from "d3";
import {leastSquares, type Line} from "../statistics/least-squares.ts";
import {crossProducts, crossProductsWithout, sumOfRows, type Design} from "../statistics/linear-model.ts";
import {standardisedDesign} from "../statistics/standardised-design.ts";

/** A regression among the pool. */
export interface Fit {
  design: Design;
  line: Line;
}

/** Some columns of the design that has all. */
interface Tried {
  design: Design;
  /** By column of the design: the variable it is made from. */
  names: readonly string[];
  /** The places of the intercept, 0, and of the columns in the design that has all. */
  places: readonly number[];
}

/** What changes are regressed on. */
export interface Regressors {
  /** All columns, and their cross products over the whole pool. */
  all: Design;
  products: Float64Array;
  /** The first that a pool is large enough for: with squares, then without. */
  tried: readonly Tried[];
}

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
  return {
    all: curved.design,
    products,
    tried: [
      {design: curved.design, names: [...names, ...squared], places: range(curved.design.columns.length + 1)},
      {design: straight.design, names, places: range(names.length + 1)}
    ]
  };
}

/** Nothing but an intercept. */
export const meanAlone = (rows: number): Regressors => {
  const all = {rows, columns: []};
  return {all, products: new Float64Array(1), tried: []};
};

/** The same with some of the variables only: what they would give by themselves, but that a column which those left out explain stays out. */
export const someOf = ({tried, ...of}: Regressors, isIn: (name: string) => boolean): Regressors => ({
  ...of,
  tried: tried.map(({design, names, places}) => {
    const kept = range(names.length).filter((i) => isIn(names[i]));
    return {
      design: {rows: design.rows, columns: kept.map((i) => design.columns[i])},
      names: kept.map((i) => names[i]),
      places: [0, ...kept.map((i) => places[i + 1])]
    };
  })
});

/** Changes of the pool, and their products with all columns. */
export interface PoolChanges {
  /** By row: the change, 0 where it does not count. */
  known: Float64Array;
  /** By row: 1 for a school of the pool that has a change. */
  counts: Float64Array;
  count: number;
  /** Cross products of all columns, and sums of columns times changes, over the schools that count. */
  products: Float64Array;
  sums: Float64Array;
}

/** Changes of joiners and the pool, NaN where unknown; null where none of the pool has a change. */
export function poolChanges(change: Float64Array, {all, products}: Regressors, of: Rows): PoolChanges | null {
  const rows = rowsIn(of);
  const counts = new Float64Array(rows);
  const known = new Float64Array(rows);
  const without: number[] = [];
  for (let i = of.joiners; i < of.joiners + of.pool; i++) {
    if (Number.isNaN(change[i])) without.push(i);
    else {
      known[i] = change[i];
      counts[i] = 1;
    }
  }
  const count = of.pool - without.length;
  if (!count) return null;
  return {
    known,
    counts,
    count,
    // Few rows are sooner taken off than many are added up.
    products: without.length < count ? crossProductsWithout(all, products, without) : crossProducts(all, counts),
    sums: sumOfRows(all, known)
  };
}

/** What the pool’s changes make of every row. */
export function regressAmongPool({known, counts, count, products, sums}: PoolChanges, {tried}: Regressors): Fit {
  for (const {design, places} of tried) {
    if (count < schoolsPerCoefficient * (design.columns.length + 1)) continue;
    const own = {products: among(products, places), sums: places.map((place) => sums[place])};
    const line = leastSquares(design, known, counts, own);
    if (line) return {design, line};
  }
  const mean = {rows: known.length, columns: []};
  return {design: mean, line: leastSquares(mean, known, counts)!};
}

/** Some rows and columns of a square matrix. */
function among(matrix: Float64Array, places: readonly number[]): Float64Array {
  const size = Math.sqrt(matrix.length);
  if (places.length === size) return matrix;
  const some = new Float64Array(places.length ** 2);
  for (let row = 0, at = 0; row < places.length; row++) {
    for (let column = 0; column < places.length; column++) some[at++] = matrix[places[row] * size + places[column]];
  }
  return some;
}
