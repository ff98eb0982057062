import {UserError} from "../errors.ts";
import {factorise} from "../statistics/cholesky.ts";
import type {Column} from "./sample.ts";
import {standardise} from "./standardise.ts";

/**
 * Coordinates in which the straight-line distance of two rows is their
 * Mahalanobis distance, by the covariance pooled within treated and others (over
 * n − 2: Rubin 1980). One array a column, in the order of the columns *from the
 * last*: the first coordinate is the last column over its pooled standard
 * deviation, the next is what the last but one adds to it, and so on.
 *
 * Throws a UserError if columns are collinear, or one is the same within both groups.
 */
export function mahalanobisCoordinates(treated: Uint8Array, columns: readonly Column[]): Float64Array[] {
  const {names, values, columns: size} = standardise(columns.toReversed());
  const rows = treated.length;
  const {lower, kept} = factorise(pooledCovariance(treated, values, size), {
    scale: new Float64Array(size).fill(1),
    tolerance: 1e-14
  });
  const dropped = kept.indexOf(0);
  if (dropped >= 0) {
    throw new UserError(`within the treated and within the others, ${names[dropped]} says nothing of its own`, {
      fix: `leave ${names[dropped]} out of what the Mahalanobis distance is measured on`
    });
  }
  const coordinates = Array.from({length: size}, () => new Float64Array(rows));
  for (let row = 0; row < rows; row++) {
    for (let j = 0; j < size; j++) {
      let value = values[row * size + j];
      for (let k = 0; k < j; k++) value -= lower[j * size + k] * coordinates[k][row];
      coordinates[j][row] = value / lower[j * size + j];
    }
  }
  return coordinates;
}

function pooledCovariance(treated: Uint8Array, values: Float64Array, size: number): Float64Array {
  const counts = new Float64Array(2);
  const means = new Float64Array(2 * size);
  for (let row = 0; row < treated.length; row++) {
    counts[treated[row]]++;
    for (let j = 0; j < size; j++) means[treated[row] * size + j] += values[row * size + j];
  }
  means.forEach((sum, i) => (means[i] = sum / counts[Math.floor(i / size)]));
  const matrix = new Float64Array(size * size);
  const centred = new Float64Array(size);
  for (let row = 0; row < treated.length; row++) {
    for (let j = 0; j < size; j++) centred[j] = values[row * size + j] - means[treated[row] * size + j];
    for (let j = 0; j < size; j++) for (let k = 0; k <= j; k++) matrix[j * size + k] += centred[j] * centred[k];
  }
  return matrix.map((sum) => sum / (treated.length - 2));
}
