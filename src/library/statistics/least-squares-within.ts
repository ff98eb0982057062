import {centreWithin, meansWithin, type Grouping} from "./centre-within.ts";
import {factorise, solve, type Cholesky} from "./cholesky.ts";
import {stackColumns, timesVector, type Block, type SparseRows} from "./sparse-rows.ts";

/** A weighted least-squares fit with an effect for each unit, taken out exactly. */
export interface WithinFit {
  grouping: Grouping;
  /** The columns; those of numbers are less their mean within the unit. */
  design: SparseRows;
  /** By column; 0 for columns that units and earlier columns explain. */
  coefficients: Float64Array;
  /** 1 for each column that is not so explained. */
  kept: Uint8Array;
  rank: number;
  /** By row. Their weighted mean within each unit is zero. */
  residuals: Float64Array;
  /** By unit: the mean of the outcome less what the columns say; NaN for a unit without rows. */
  effects: Float64Array;
  factor: Cholesky;
}

/** A column of which no larger share of its variation within units is left by earlier columns is collinear. */
const tolerance = 1e-9;

/** A column of which no larger share varies within units is a matter of the units alone. */
const constant = 1e-11;

/** What rounding may leave of the square of a number that is the same in every row, times 1 ÷ `constant`. */
const rounding = 1e-13;

/**
 * Least squares of an outcome on the columns of some blocks and an effect for
 * each unit (Frisch & Waugh 1933). The cross-products of columns within units
 * are X′WX less, for each unit, the outer product of its sums over its weight:
 * exact, and quick where a unit touches few columns. Rows are sorted by unit.
 * A column collinear with the units or with earlier columns is dropped, so the
 * order of the columns says which of a collinear set stays.
 */
export function leastSquaresWithin(blocks: readonly Block[], outcome: Float64Array, grouping: Grouping): WithinFit {
  const rows = outcome.length;
  const design = stackColumns(
    rows,
    blocks.map((block) => ("values" in block ? {values: centreWithin(block.values, grouping)} : block))
  );
  const y = centreWithin(outcome, grouping);
  const {matrix, right} = crossProducts(design, y, grouping);
  const given = blocks.some((block) => "values" in block) ? stackColumns(rows, blocks) : design;
  const scale = spreads(blocks, grouping).map((spread, j) => {
    const within = matrix[j * right.length + j];
    return within > constant * spread ? within : Infinity;
  });
  const factor = factorise(matrix, {scale, tolerance});
  const coefficients = solve(factor, right);
  const fitted = timesVector(design, coefficients);
  const said = timesVector(given, coefficients);
  const {kept, rank} = factor;
  return {
    grouping,
    design,
    coefficients,
    kept,
    rank,
    residuals: centreWithin(
      y.map((value, row) => value - fitted[row]),
      grouping
    ),
    effects: meansWithin(
      outcome.map((value, row) => value - said[row]),
      grouping
    ),
    factor
  };
}

/**
 * By row: how far a linear combination of the coefficients moves if the row
 * counts for more: w p e with p the combination’s column, X (X′WMX)⁻¹a less its
 * mean within the unit, and e the residual. Summed over clusters and squared it
 * is the sandwich (Liang & Zeger 1986), without any correction for small samples.
 */
export function influenceOnRows(fit: WithinFit, combination: Float64Array): Float64Array {
  const {grouping, residuals, design, factor} = fit;
  const direction = centreWithin(timesVector(design, solve(factor, combination)), grouping);
  const {weights} = grouping;
  return direction.map((value, row) => (weights ? weights[row] : 1) * value * residuals[row]);
}

/** The sums of `influenceOnRows` over units: p need not be centred, for residuals have no mean within units. */
export function influenceOnUnits(fit: WithinFit, combination: Float64Array): Float64Array {
  const {grouping, residuals, design, factor} = fit;
  const {unit, units, weights} = grouping;
  const {start, column, value} = design;
  const solved = solve(factor, combination);
  const sums = new Float64Array(units);
  for (let row = 0; row < residuals.length; row++) {
    let p = 0;
    for (let cell = start[row]; cell < start[row + 1]; cell++) p += value[cell] * solved[column[cell]];
    sums[unit[row]] += (weights ? weights[row] : 1) * p * residuals[row];
  }
  return sums;
}

/** How much each column varies over all rows: the weighted sum of squares about its mean; of a dummy, its weight. */
function spreads(blocks: readonly Block[], {unit, weights}: Grouping): Float64Array {
  const all = {unit: new Int32Array(unit.length), units: 1, weights};
  return Float64Array.from(
    blocks.flatMap((block) => {
      const sums = new Float64Array("values" in block ? 1 : block.levels);
      const values = "values" in block ? centreWithin(block.values, all) : null;
      for (let row = 0; row < unit.length; row++) {
        const weight = weights ? weights[row] : 1;
        if ("level" in block) {
          if (block.level[row] >= 0) sums[block.level[row]] += weight;
        } else sums[0] += weight * (values![row] ** 2 + rounding * block.values[row] ** 2);
      }
      return [...sums];
    })
  );
}

/** X′WMX (lower triangle) and X′WMy, M taking the means of units out; y has none. */
function crossProducts(
  {columns, start, column, value}: SparseRows,
  y: Float64Array,
  {unit, weights}: Grouping
): {matrix: Float64Array; right: Float64Array} {
  const matrix = new Float64Array(columns * columns);
  const right = new Float64Array(columns);
  const sums = new Float64Array(columns);
  const isTouched = new Uint8Array(columns);
  const touched = new Int32Array(columns);
  for (let first = 0; first < y.length;) {
    let count = 0;
    let total = 0;
    let row = first;
    for (; row < y.length && unit[row] === unit[first]; row++) {
      const weight = weights ? weights[row] : 1;
      total += weight;
      for (let cell = start[row]; cell < start[row + 1]; cell++) {
        const j = column[cell];
        const weighted = weight * value[cell];
        if (!isTouched[j]) {
          isTouched[j] = 1;
          touched[count++] = j;
        }
        sums[j] += weighted;
        right[j] += weighted * y[row];
        for (let other = start[row]; other <= cell; other++)
          matrix[at(j, column[other], columns)] += weighted * value[other];
      }
    }
    for (let a = 0; a < count; a++) {
      const share = sums[touched[a]] / total;
      for (let b = 0; b <= a; b++) matrix[at(touched[a], touched[b], columns)] -= share * sums[touched[b]];
    }
    for (let a = 0; a < count; a++) {
      sums[touched[a]] = 0;
      isTouched[touched[a]] = 0;
    }
    first = row;
  }
  return {matrix, right};
}

const at = (i: number, j: number, size: number) => (i > j ? i * size + j : j * size + i);
