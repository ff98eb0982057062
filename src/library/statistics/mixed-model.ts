import {inverse, Matrix} from "ml-matrix";
import {nelderMead} from "./nelder-mead.ts";
import {polishMinimum} from "./polish-minimum.ts";

/** A matrix to be read: rows and columns count from 0. */
export interface MatrixView {
  rows: number;
  columns: number;
  get(row: number, column: number): number;
}

/** Observations in groups, and what their outcome depends on. */
export interface GroupedObservations {
  outcome: Float64Array;
  /** Index of the group of each. */
  group: Int32Array;
  groups: number;
  /** Columns with one coefficient for all. */
  fixed: readonly Float64Array[];
  /** Columns whose coefficients vary between groups around those (one or a few). */
  random: readonly Float64Array[];
}

/** A mixed model fitted. */
export interface MixedFit {
  coefficients: Float64Array;
  /** Of the coefficients. */
  covariance: MatrixView;
  residualVariance: number;
  /** Of the groups’ own coefficients. */
  randomVariance: MatrixView;
  /** By group, how far its own coefficients are expected to be from the fixed ones, given the data. */
  modes: Float64Array[];
  /** By group, the covariance of those given the data and the parameters. */
  modeVariance: MatrixView[];
}

/**
 * A linear model with random coefficients of one grouping, fitted by restricted maximum likelihood
 * (Patterson & Thompson 1971; the profiled criterion of Bates et al. 2015): random effects have
 * covariance σ²LL′ and the entries of L are found by the simplex method of Nelder & Mead,
 * restarted until it stays. A variance may be 0. Throws where the fixed columns are linearly
 * dependent.
 *
 * @example
 * import {fitMixedModel} from "school-partnerships";
 *
 * // A mean that differs between three groups of three.
 * const ones = new Float64Array(9).fill(1);
 * const {coefficients, residualVariance} = fitMixedModel({
 *   outcome: Float64Array.of(1, 2, 3, 4, 5, 6, 8, 9, 10),
 *   group: Int32Array.of(0, 0, 0, 1, 1, 1, 2, 2, 2),
 *   groups: 3,
 *   fixed: [ones],
 *   random: [ones]
 * });
 * console.log(coefficients[0].toFixed(2), residualVariance.toFixed(2));
 * // 5.33 1.00
 */
export function fitMixedModel(observations: GroupedObservations): MixedFit {
  const {outcome, fixed, random} = observations;
  const size = random.length;
  const products = crossProducts(observations);
  const degrees = outcome.length - fixed.length;
  const criterion = (entries: readonly number[]) => {
    const {logDeterminants, sums} = profile(products, fillLower(entries, size), size, fixed.length);
    const {logDeterminant, spread} = eliminate(sums, fixed.length);
    return logDeterminants + logDeterminant + degrees * Math.log(spread);
  };
  const start = diagonalEntries(size);
  let entries = nelderMead(criterion, start, {width: 1, tolerance: 1e-14});
  for (let turn = 0; turn < 5; turn++) {
    const next = nelderMead(criterion, entries, {width: 0.1, tolerance: 1e-15});
    const converged = criterion(entries) - criterion(next) < 1e-12;
    entries = next;
    if (converged) break;
  }
  entries = polishMinimum(criterion, entries, 1e-3);
  return fitModel(products, fillLower(entries, size), {size, columns: fixed.length, degrees});
}

/** By group, the products of all columns with one another, row by row: random, fixed, outcome. */
function crossProducts({outcome, group, groups, fixed, random}: GroupedObservations): Float64Array[] {
  const columns = [...random, ...fixed, outcome];
  const width = columns.length;
  const products = Array.from({length: groups}, () => new Float64Array(width * width));
  for (let row = 0; row < outcome.length; row++) {
    const product = products[group[row]];
    for (let i = 0; i < width; i++) {
      for (let j = 0; j < width; j++) product[i * width + j] += columns[i][row] * columns[j][row];
    }
  }
  return products;
}

interface Profile {
  /** Σ log|I + L′Z′ZL|. */
  logDeterminants: number;
  /** [X y]′V⁻¹[X y], row by row. */
  sums: Float64Array;
}

/** Sums over groups, V⁻¹ by Woodbury’s identity from the Cholesky factor of I + L′Z′ZL. */
function profile(products: readonly Float64Array[], lower: Matrix, size: number, columns: number): Profile {
  const rest = columns + 1;
  const width = size + rest;
  const sums = new Float64Array(rest * rest);
  const outer = new Float64Array(size * width);
  const middle = new Float64Array(size * size);
  let logDeterminants = 0;
  for (const product of products) {
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < width; j++) {
        let sum = 0;
        for (let k = i; k < size; k++) sum += lower.get(k, i) * product[k * width + j];
        outer[i * width + j] = sum;
      }
    }
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) {
        let sum = i === j ? 1 : 0;
        for (let k = j; k < size; k++) sum += outer[i * width + k] * lower.get(k, j);
        middle[i * size + j] = sum;
      }
    }
    for (let k = 0; k < size; k++) {
      const pivot = middle[k * size + k];
      logDeterminants += Math.log(pivot);
      for (let i = k + 1; i < size; i++) {
        const factor = middle[i * size + k] / pivot;
        for (let j = k; j < size; j++) middle[i * size + j] -= factor * middle[k * size + j];
        for (let j = size; j < width; j++) outer[i * width + j] -= factor * outer[k * width + j];
      }
    }
    for (let i = 0; i < rest; i++) {
      for (let j = 0; j < rest; j++) {
        let sum = product[(size + i) * width + size + j];
        for (let k = 0; k < size; k++) {
          sum -= (outer[k * width + size + i] * outer[k * width + size + j]) / middle[k * size + k];
        }
        sums[i * rest + j] += sum;
      }
    }
  }
  return {logDeterminants, sums};
}

/** log|X′V⁻¹X| and the weighted sum of squares about the fit, by elimination; `sums` is used up. */
function eliminate(sums: Float64Array, columns: number): {logDeterminant: number; spread: number} {
  const rest = columns + 1;
  let logDeterminant = 0;
  for (let k = 0; k < columns; k++) {
    const pivot = sums[k * rest + k];
    if (!(pivot > 0)) throw new Error("columns of the model are linearly dependent");
    logDeterminant += Math.log(pivot);
    for (let i = k + 1; i < rest; i++) {
      const factor = sums[i * rest + k] / pivot;
      for (let j = k; j < rest; j++) sums[i * rest + j] -= factor * sums[k * rest + j];
    }
  }
  return {logDeterminant, spread: sums[rest * rest - 1]};
}

function fitModel(
  products: readonly Float64Array[],
  lower: Matrix,
  {size, columns, degrees}: {size: number; columns: number; degrees: number}
): MixedFit {
  const {sums} = profile(products, lower, size, columns);
  const all = Matrix.from1DArray(columns + 1, columns + 1, sums);
  const {spread} = eliminate(sums, columns);
  const residualVariance = spread / degrees;
  const inner = inverse(all.subMatrix(0, columns - 1, 0, columns - 1));
  const coefficients = inner.mmul(all.subMatrix(0, columns - 1, columns, columns));
  const blocks = products.map((product) => {
    const block = Matrix.from1DArray(size + columns + 1, size + columns + 1, product).subMatrix(
      0,
      size - 1,
      0,
      size + columns
    );
    const square = block.subMatrix(0, size - 1, 0, size - 1);
    const middle = Matrix.eye(size).add(lower.transpose().mmul(square).mmul(lower));
    const share = lower.mmul(inverse(middle)).mmul(lower.transpose());
    const residual = block
      .subMatrix(0, size - 1, size + columns, size + columns)
      .sub(block.subMatrix(0, size - 1, size, size + columns - 1).mmul(coefficients));
    return {share, mode: Float64Array.from(share.mmul(residual).to1DArray())};
  });
  return {
    coefficients: Float64Array.from(coefficients.to1DArray()),
    covariance: inner.mul(residualVariance),
    residualVariance,
    randomVariance: lower.mmul(lower.transpose()).mul(residualVariance),
    modes: blocks.map(({mode}) => mode),
    modeVariance: blocks.map(({share}) => share.mul(residualVariance))
  };
}

/** The lower triangle, column by column, as a matrix. */
function fillLower(entries: readonly number[], size: number): Matrix {
  const lower = Matrix.zeros(size, size);
  let at = 0;
  for (let j = 0; j < size; j++) for (let i = j; i < size; i++) lower.set(i, j, entries[at++]);
  return lower;
}

function diagonalEntries(size: number): number[] {
  return Array.from({length: size}, (_, j) => Array.from({length: size - j}, (__, i) => (i === 0 ? 1 : 0))).flat();
}
