import {UserError} from "../errors.ts";
import {factorise, solve} from "../statistics/cholesky.ts";
import {rowsWhere, type Column} from "./sample.ts";
import {crossProducts, standardise} from "./standardise.ts";

const most = 200;
const balanced = 1e-12;

/**
 * Weights of comparators nearest to equal ones, in entropy, that give every
 * column its mean among the treated rows (Hainmueller 2012, eq. 3–5); 1 for
 * treated rows, and 1 on average for comparators.
 *
 * The dual is convex: log Σ exp(z′λ), where z are the columns less the treated
 * means. Newton’s method with halved steps ends when no mean is out by more than
 * 1e-12 of its standard deviation.
 *
 * Throws a UserError if columns are collinear, or no weights can do it: the
 * treated means lie outside what the comparators span.
 *
 * @example
 * import {entropyBalance} from "school-partnerships";
 *
 * const treated = Uint8Array.of(1, 1, 0, 0, 0, 0);
 * const size = Float64Array.of(3, 4, 1, 2, 4, 6);
 * const weights = entropyBalance(treated, [{name: "size", values: size}]);
 * console.log([...weights].map((weight) => weight.toFixed(2)).join());
 * // 1.00,1.00,0.85,0.91,1.04,1.19
 */
export function entropyBalance(treated: Uint8Array, columns: readonly Column[]): Float64Array {
  const {names, values, columns: size} = standardise(columns);
  const target = computeMean(rowsWhere(treated, 1), values, size);
  const comparators = rowsWhere(treated, 0);
  const z = new Float64Array(comparators.length * size);
  comparators.forEach((row, i) => {
    for (let j = 0; j < size; j++) z[i * size + j] = values[row * size + j] - target[j];
  });

  let lambda = new Float64Array(size);
  let now = tilt(z, lambda);
  for (let iteration = 0; worst(now.means) > balanced; iteration++) {
    if (iteration === most) throw unreachable(names, now.means);
    const {kept, ...factor} = factorise(now.covariance, {scale: variances(now.covariance, size), tolerance: 1e-14});
    if (kept.includes(0)) throw unreachable(names, now.means);
    const step = solve({...factor, kept}, now.means);
    const slope = step.reduce((sum, value, j) => sum + value * now.means[j], 0);
    let length = 1;
    let next = tilt(z, minus(lambda, step, length));
    while (!(next.value <= now.value - 1e-4 * length * slope) && worst(next.means) >= worst(now.means)) {
      length /= 2;
      if (length < 1e-10) throw unreachable(names, now.means);
      next = tilt(z, minus(lambda, step, length));
    }
    lambda = minus(lambda, step, length);
    now = next;
  }

  const weights = new Float64Array(treated.length).fill(1);
  comparators.forEach((row, i) => (weights[row] = now.shares[i] * comparators.length));
  return weights;
}

/** The dual and its derivatives: shares in proportion to exp(z′λ), which add up to 1, and their mean and variance of z. */
function tilt(z: Float64Array, lambda: Float64Array) {
  const size = lambda.length;
  const shares = new Float64Array(z.length / size);
  let most = -Infinity;
  for (let i = 0; i < shares.length; i++) {
    for (let j = 0; j < size; j++) shares[i] += z[i * size + j] * lambda[j];
    most = Math.max(most, shares[i]);
  }
  let total = 0;
  for (let i = 0; i < shares.length; i++) total += shares[i] = Math.exp(shares[i] - most);
  const means = new Float64Array(size);
  for (let i = 0; i < shares.length; i++) {
    shares[i] /= total;
    for (let j = 0; j < size; j++) means[j] += shares[i] * z[i * size + j];
  }
  const covariance = crossProducts(z, size, shares);
  for (let j = 0; j < size; j++) for (let k = 0; k < size; k++) covariance[j * size + k] -= means[j] * means[k];
  return {value: most + Math.log(total), shares, means, covariance};
}

const variances = (covariance: Float64Array, size: number) =>
  Float64Array.from({length: size}, (_, j) => covariance[j * size + j]);

const worst = (values: Float64Array): number => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

const minus = (lambda: Float64Array, step: Float64Array, length: number): Float64Array<ArrayBuffer> =>
  Float64Array.from(lambda, (value, j) => value - length * step[j]);

function computeMean(rows: Int32Array, values: Float64Array, size: number): Float64Array {
  const means = new Float64Array(size);
  for (const row of rows) for (let j = 0; j < size; j++) means[j] += values[row * size + j] / rows.length;
  return means;
}

function unreachable(names: readonly string[], means: Float64Array): UserError {
  const furthest = means.reduce((most, value, j) => (Math.abs(value) > Math.abs(means[most]) ? j : most), 0);
  return new UserError(
    `no weights of the comparators have the means of the treated; ${names[furthest]} is furthest from it`,
    {fix: `leave ${names[furthest]} out, or match first and balance those who are left`}
  );
}
