import {factorise, solve, type Cholesky} from "../../statistics/cholesky.ts";
import type {DonorDesign} from "./donor-design.ts";

export interface RegressPoolOptions {
  /** At least so many donors a coefficient; regressors are left out from the last until there are. */
  donorsPerCoefficient: number;
  /** By row of the design; every donor counts alike without. */
  weights?: Float64Array | null;
}

export const fewestDonors: RegressPoolOptions = {donorsPerCoefficient: 3};

/** The change of a donor pool regressed on its covariates, and what that says of the treated. */
export interface DonorRegression {
  /** By regressor, in units of the design’s scale; 0 where it is left out. */
  coefficients: Float64Array;
  /** Regressors left out because there are too few donors, or because those before make them up among the donors. */
  leftOut: readonly {name: string; why: "few" | "collinear"}[];
  /** (X′WX)⁻¹ of the design’s values: regressors × regressors, row by row; 0 where left out. */
  inverse: Float64Array;
  /** By row: x′β. NaN without a change, and for a treated unit like no donor. */
  expected: Float64Array;
  /** By row: the change less x′β; of donors, the residual. */
  excess: Float64Array;
  /** Donors with a change. */
  donors: number;
  /** Standard deviation of the donors’ residuals, of donors less coefficients. */
  spread: number;
}

/** A regressor of which no more than this is left once those before it are taken out is made up of them. */
const tolerance = 1e-11;
/** A treated unit is like no donor where a regressor is further than this from what makes it up among the donors, in its spread. */
const unlike = 1e-6;

/**
 * Outcome regression: the change of the donors regressed on the design by least squares, and the excess of the treated
 * over what is expected of them (Heckman, Ichimura & Todd 1997; Sant’Anna & Zhao 2020, eq. 2.2; Callaway & Sant’Anna
 * 2021, eq. 2.2). Rows without a change (NaN) do not count. Solved on standardised regressors by Cholesky, and refined
 * once from the residuals, which is as exact as orthogonalisation.
 *
 * A regressor that is made up of others among the donors is left out, and so are the treated of whom that is not true,
 * since no donor is like them. Null with fewer donors than one coefficient takes.
 */
export function regressDonors(
  design: DonorDesign,
  change: Float64Array,
  {donorsPerCoefficient, weights = null}: RegressPoolOptions = fewestDonors
): DonorRegression | null {
  const donors = change.subarray(0, design.donors).reduce((count, value) => count + (Number.isNaN(value) ? 0 : 1), 0);
  const most = Math.floor(donors / donorsPerCoefficient);
  if (most < 1) return null;
  const width = design.names.length;
  const products = crossProducts(design, change, weights);
  const scale = Float64Array.from({length: width}, (_, j) => products[j * width + j]);
  const factor = factorise(products, {scale, tolerance});
  const last = keepFirst(factor, most);
  const collinear = design.names.filter((_, j) => j <= last && !factor.kept[j]);
  const few = design.names.slice(last + 1);

  const coefficients = new Float64Array(width);
  addSolution(coefficients, {design, factor, weights}, change);
  addSolution(coefficients, {design, factor, weights}, residuals(design, change, coefficients));
  const excess = residuals(design, change, coefficients);
  const expected = Float64Array.from(excess, (value, i) => change[i] - value);
  if (collinear.length) leaveOutUnlike(design, products, factor, collinear, {expected, excess});
  let squares = 0;
  for (let i = 0; i < design.donors; i++) {
    if (!Number.isNaN(excess[i])) squares += (weights ? weights[i] : 1) * excess[i] ** 2;
  }
  return {
    coefficients,
    leftOut: [
      ...few.map((name) => ({name, why: "few" as const})).reverse(),
      ...collinear.map((name) => ({name, why: "collinear" as const}))
    ],
    inverse: invert(factor),
    expected,
    excess,
    donors,
    spread: Math.sqrt(squares / Math.max(donors - factor.rank, 1))
  };
}

/** Σ w x x′ over donors with a change, both triangles. */
function crossProducts(
  {values, names, donors}: DonorDesign,
  change: Float64Array,
  weights: Float64Array | null
): Float64Array {
  const width = names.length;
  const products = new Float64Array(width * width);
  for (let i = 0; i < donors; i++) {
    if (Number.isNaN(change[i])) continue;
    const weight = weights ? weights[i] : 1;
    for (let j = 0, row = i * width; j < width; j++) {
      const own = weight * values[row + j];
      for (let k = 0, at = j * width; k <= j; k++, at++) products[at] += own * values[row + k];
    }
  }
  for (let j = 0; j < width; j++) for (let k = 0; k < j; k++) products[k * width + j] = products[j * width + k];
  return products;
}

/** Leaves out columns from the last until no more than `most` are kept; returns the last column that can still be. */
function keepFirst(factor: Cholesky, most: number): number {
  const {size, lower, kept} = factor;
  let last = size - 1;
  for (; factor.rank > most; last--) {
    if (!kept[last]) continue;
    kept[last] = 0;
    lower.fill(0, last * size);
    factor.rank--;
  }
  return last;
}

function addSolution(
  coefficients: Float64Array,
  {
    design: {values, names, donors},
    factor,
    weights
  }: {design: DonorDesign; factor: Cholesky; weights: Float64Array | null},
  target: Float64Array
): void {
  const width = names.length;
  const right = new Float64Array(width);
  for (let i = 0; i < donors; i++) {
    if (Number.isNaN(target[i])) continue;
    const own = (weights ? weights[i] : 1) * target[i];
    for (let j = 0, at = i * width; j < width; j++, at++) right[j] += own * values[at];
  }
  solve(factor, right).forEach((value, j) => (coefficients[j] += value));
}

function residuals({values, names, rows}: DonorDesign, change: Float64Array, coefficients: Float64Array): Float64Array {
  const width = names.length;
  const rest = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    let sum = 0;
    for (let j = 0, at = i * width; j < width; j++, at++) sum += values[at] * coefficients[j];
    rest[i] = change[i] - sum;
  }
  return rest;
}

function invert(factor: Cholesky): Float64Array {
  const {size, kept} = factor;
  const inverse = new Float64Array(size * size);
  for (let j = 0; j < size; j++) {
    if (!kept[j]) continue;
    const unit = new Float64Array(size);
    unit[j] = 1;
    inverse.set(solve(factor, unit), j * size);
  }
  return inverse;
}

/** A collinear regressor is what the others make of it among the donors; a treated unit of which that is not true has no answer. */
function leaveOutUnlike(
  {names, values, donors, rows}: DonorDesign,
  products: Float64Array,
  factor: Cholesky,
  collinear: readonly string[],
  {expected, excess}: Pick<DonorRegression, "expected" | "excess">
): void {
  const width = names.length;
  for (const name of collinear) {
    const c = names.indexOf(name);
    const made = solve(factor, products.slice(c * width, (c + 1) * width));
    for (let i = donors; i < rows; i++) {
      let rest = values[i * width + c];
      for (let j = 0, at = i * width; j < width; j++, at++) rest -= values[at] * made[j];
      if (Math.abs(rest) > unlike) expected[i] = excess[i] = NaN;
    }
  }
}
