import normalCdf from "@stdlib/stats-base-dists-normal-cdf";
import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import {UserError} from "../errors.ts";
import {factorise, solve} from "../statistics/cholesky.ts";
import type {Column} from "./sample.ts";
import {crossProducts, standardise} from "./standardise.ts";

/** A model of who is treated: the chance of it, through a link, is linear in the columns. */
export interface BinaryRegression {
  /** The intercept, then the columns. */
  terms: readonly {name: string; coefficient: number; se: number}[];
  /** By row: the chance of being treated, between 0 and 1. */
  fitted: Float64Array;
  /** −2 × the log likelihood. */
  deviance: number;
  iterations: number;
}

/** One of `linkNames`. */
export type Link = keyof typeof links;

/** By link: the linear predictor of a chance, the chance of a linear predictor and its slope there. */
const links = {
  logit: {
    predictor: (chance: number) => Math.log(chance / (1 - chance)),
    chance: (predictor: number) => 1 / (1 + Math.exp(-predictor)),
    slope: (predictor: number) => {
      const tail = Math.exp(-Math.abs(predictor));
      return tail / (1 + tail) ** 2;
    }
  },
  probit: {
    predictor: (chance: number) => normalQuantile(chance, 0, 1),
    chance: (predictor: number) => normalCdf(predictor, 0, 1),
    slope: (predictor: number) => Math.exp((-predictor * predictor) / 2) / Math.sqrt(2 * Math.PI)
  }
};

/**
 * Links of a regression of treatment on covariates.
 *
 * @example
 * import {linkNames} from "school-partnerships";
 *
 * console.log(linkNames.join(", "));
 * // logit, probit
 */
export const linkNames = Object.keys(links) as Link[];

const enough = 1e-8;
const most = 100;

/**
 * Fits the chance of being treated by iteratively reweighted least squares
 * (McCullagh & Nelder 1989, section 2.5), from the chances (treated + ½) ÷ 2
 * until the deviance changes by less than 1e-8 of itself; standard errors are of
 * the information at the last weights used. Both are as R’s glm has them.
 *
 * Throws a UserError if columns are collinear, or if they separate treated from
 * others perfectly, for then no finite coefficients fit best.
 *
 * @example
 * import {fitBinaryRegression} from "school-partnerships";
 *
 * const treated = Uint8Array.of(0, 0, 1, 0, 1, 1);
 * const {terms} = fitBinaryRegression(treated, [{name: "size", values: Float64Array.of(1, 2, 3, 4, 5, 6)}], {link: "logit"});
 * for (const {name, coefficient, se} of terms) console.log(name, coefficient.toFixed(3), se.toFixed(3));
 * // (Intercept) -4.249 3.388
 * // size 1.214 0.913
 */
export function fitBinaryRegression(
  treated: Uint8Array,
  columns: readonly Column[],
  {link}: {link: Link}
): BinaryRegression {
  const {predictor, chance, slope} = links[link];
  const {names, means, deviations, values, columns: size} = standardise(columns);
  const rows = treated.length;
  const width = size + 1;
  const design = withIntercept(values, rows, size);
  const weights = new Float64Array(rows);
  let eta = Float64Array.from(treated, (y) => predictor((y + 0.5) / 2));
  let deviance = Infinity;
  let solved = step(design, eta, treated, {chance, slope, weights});

  for (let iteration = 1; iteration <= most; iteration++) {
    eta = predictors(design, solved.coefficients);
    const fitted = eta.map((value) => chance(value));
    const now = computeDeviance(fitted, treated);
    if (Math.abs(now - deviance) / (Math.abs(now) + 0.1) < enough) {
      refuseSeparation(fitted);
      return {terms: onOwnScale(solved, {names, means, deviations}), fitted, deviance: now, iterations: iteration};
    }
    deviance = now;
    solved = step(design, eta, treated, {chance, slope, weights});
    if (solved.coefficients.some((value) => !Number.isFinite(value)) || solved.rank < width) throw separated();
  }
  throw separated();
}

interface Solved {
  coefficients: Float64Array;
  /** The inverse of the information, width × width. */
  covariance: Float64Array;
  rank: number;
}

/** Coefficients of the working response η + (y − μ) ÷ μ′, weighed by μ′² ÷ μ(1 − μ). */
function step(
  design: Float64Array,
  eta: Float64Array,
  treated: Uint8Array,
  {chance, slope, weights}: {chance(eta: number): number; slope(eta: number): number; weights: Float64Array}
): Solved {
  const rows = treated.length;
  const width = design.length / rows;
  const right = new Float64Array(width);
  for (let row = 0; row < rows; row++) {
    const mu = chance(eta[row]);
    const derivative = slope(eta[row]);
    const variance = mu * (1 - mu);
    weights[row] = variance > 0 ? (derivative * derivative) / variance : 0;
    const response = weights[row] > 0 ? weights[row] * (eta[row] + (treated[row] - mu) / derivative) : 0;
    for (let j = 0; j < width; j++) right[j] += response * design[row * width + j];
  }
  const information = crossProducts(design, width, weights);
  const scale = Float64Array.from({length: width}, (_, j) => information[j * width + j]);
  const factor = factorise(information, {scale, tolerance: 1e-14});
  const covariance = new Float64Array(width * width);
  for (let j = 0; j < width; j++) {
    const unit = new Float64Array(width);
    unit[j] = 1;
    covariance.set(solve(factor, unit), j * width);
  }
  return {coefficients: solve(factor, right), covariance, rank: factor.rank};
}

/** Coefficients and standard errors for the columns as they were before they were standardised. */
function onOwnScale(
  {coefficients, covariance}: Solved,
  {names, means, deviations}: {names: readonly string[]; means: Float64Array; deviations: Float64Array}
): BinaryRegression["terms"] {
  const width = coefficients.length;
  const rows = [
    Float64Array.from({length: width}, (_, k) => (k === 0 ? 1 : -means[k - 1] / deviations[k - 1])),
    ...names.map((_, j) => Float64Array.from({length: width}, (_, k) => (k === j + 1 ? 1 / deviations[j] : 0)))
  ];
  return rows.map((row, j) => {
    let coefficient = 0;
    let variance = 0;
    for (let k = 0; k < width; k++) {
      coefficient += row[k] * coefficients[k];
      for (let l = 0; l < width; l++) variance += row[k] * covariance[k * width + l] * row[l];
    }
    return {name: j === 0 ? "(Intercept)" : names[j - 1], coefficient, se: Math.sqrt(variance)};
  });
}

function withIntercept(values: Float64Array, rows: number, size: number): Float64Array {
  const design = new Float64Array(rows * (size + 1));
  for (let row = 0; row < rows; row++) {
    design[row * (size + 1)] = 1;
    design.set(values.subarray(row * size, (row + 1) * size), row * (size + 1) + 1);
  }
  return design;
}

function predictors(design: Float64Array, coefficients: Float64Array): Float64Array<ArrayBuffer> {
  const width = coefficients.length;
  const eta = new Float64Array(design.length / width);
  for (let row = 0; row < eta.length; row++) {
    let sum = 0;
    for (let j = 0; j < width; j++) sum += design[row * width + j] * coefficients[j];
    eta[row] = sum;
  }
  return eta;
}

function computeDeviance(fitted: Float64Array, treated: Uint8Array): number {
  let sum = 0;
  for (let row = 0; row < fitted.length; row++) sum -= 2 * Math.log(treated[row] ? fitted[row] : 1 - fitted[row]);
  return sum;
}

function refuseSeparation(fitted: Float64Array): void {
  const certain = 1e-10;
  if (fitted.every((chance) => chance < certain || chance > 1 - certain)) throw separated();
}

const separated = () =>
  new UserError("the covariates separate the treated from the others perfectly, so no propensity can be fitted", {
    fix: "leave out the covariate that does so, or match exactly on it among those who share its values"
  });
