import {EigenvalueDecomposition, Matrix} from "ml-matrix";
import {mersenneTwister, normalNumbers} from "../../statistics/mersenne-twister.ts";
import type {MinimaxProgram} from "./minimax-program.ts";

/**
 * The (1 − κ)-quantile (type 7) of the programme’s value over `draws` normal moments of mean 0 and
 * this correlation: the largest critical value that any mean below 0 asks for (Andrews, Roth &
 * Pakes 2023, the least favourable test). Seeded; the same draws give the same value everywhere.
 */
export function leastFavourableValue(
  program: MinimaxProgram,
  correlation: Float64Array,
  {kappa, draws, seed, scale}: {kappa: number; draws: number; seed: number; scale: Float64Array}
): number {
  const size = scale.length;
  const root = symmetricRoot(correlation, scale);
  const normal = normalNumbers(mersenneTwister(seed));
  const z = new Float64Array(size);
  const y = new Float64Array(size);
  const values = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw++) {
    for (let i = 0; i < size; i++) z[i] = normal();
    y.fill(0);
    for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) y[j] += z[i] * root[i * size + j];
    for (let j = 0; j < size; j++) y[j] /= scale[j];
    values[draw] = program.solve(y).value;
  }
  values.sort();
  const at = (draws - 1) * (1 - kappa);
  const below = values[Math.floor(at)];
  return below + (at - Math.floor(at)) * (values[Math.ceil(at)] - below);
}

/** The symmetric square root of the covariance, row by row. */
function symmetricRoot(correlation: Float64Array, scale: Float64Array): Float64Array {
  const size = scale.length;
  const covariance = new Matrix(size, size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) covariance.set(i, j, correlation[i * size + j] * scale[i] * scale[j]);
  }
  const {eigenvectorMatrix: vectors, realEigenvalues} = new EigenvalueDecomposition(covariance, {
    assumeSymmetric: true
  });
  const roots = realEigenvalues.map((value) => Math.sqrt(Math.max(value, 0)));
  return Float64Array.from(vectors.mmul(Matrix.diag(roots)).mmul(vectors.transpose()).to1DArray());
}
