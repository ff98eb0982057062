import type {Fit} from "../statistics/fit.ts";
import {countByCell} from "../statistics/observations.ts";
import type {Observations} from "../statistics/observations.ts";
import type {Clusters} from "./clusters.ts";

/**
 * The influence of each cluster on a fit: the sum over its observations of
 * weight × (score − centre), where `centre` is the mean score of the cell and
 * column. The centre belongs to groups whose weights are a mix shared out
 * among the observations of a cell, since one more of them then weakens the
 * others; without it, weights are fixed. Length: clusters.count.
 */
export function influence(
  {row, cell, columns, values, weights}: Observations,
  {from, to, scores}: Fit,
  {of, count}: Clusters,
  centre?: Float64Array
): Float64Array {
  const width = to - from + 1;
  const sums = new Float64Array(count);
  for (let unit = 0, i = 0; unit < cell.length; unit++) {
    let sum = 0;
    for (let x = from; x <= to; x++, i++) {
      if (Number.isNaN(values[unit * columns + x])) continue;
      sum +=
        weights[cell[unit] * columns + x] * (centre ? scores[i] - centre[cell[unit] * width + x - from] : scores[i]);
    }
    sums[of[row[unit]]] += sum;
  }
  return sums;
}

/**
 * The influence that clusters of joined schools have on a fit to *other*
 * schools by setting their mix: each joined observation makes its cell and
 * column count for one more, and so moves the fit by the mean score there.
 */
export function influenceOfMix(
  {row, cell, columns, values}: Observations,
  {from, to}: Fit,
  {of, count}: Clusters,
  centre: Float64Array
): Float64Array {
  const width = to - from + 1;
  const sums = new Float64Array(count);
  for (let unit = 0; unit < cell.length; unit++) {
    for (let x = from; x <= to; x++) {
      if (Number.isNaN(values[unit * columns + x])) continue;
      sums[of[row[unit]]] += centre[cell[unit] * width + x - from];
    }
  }
  return sums;
}

/** The mean score of the observations in each cell and column of the fit: cells × columns, row-major; 0 where none. */
export function meanScores(observations: Observations, {from, to, scores}: Fit): Float64Array {
  const {cell, columns, weights} = observations;
  const cells = weights.length / columns;
  const width = to - from + 1;
  const counts = countByCell(observations, cells);
  const sums = new Float64Array(cells * width);
  for (let unit = 0, i = 0; unit < cell.length; unit++) {
    for (let j = cell[unit] * width, end = j + width; j < end; i++, j++) sums[j] += scores[i];
  }
  return sums.map((sum, j) => {
    const n = counts[Math.floor(j / width) * columns + from + (j % width)];
    return n ? sum / n : 0;
  });
}
