import type {Fit} from "../statistics/fit.ts";
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
  const units = cell.length;
  const cells = weights.length / columns;
  const sums = new Float64Array(count);
  for (let x = from, i = 0; x <= to; x++) {
    for (let unit = 0; unit < units; unit++, i++) {
      const weight = weights[x * cells + cell[unit]];
      if (weight === 0 || Number.isNaN(values[x * units + unit])) continue;
      const score = centre ? scores[i] - centre[(x - from) * cells + cell[unit]] : scores[i];
      sums[of[row[unit]]] += weight * score;
    }
  }
  return sums;
}

/**
 * The influence that clusters of joined schools have on a fit to *other*
 * schools by setting their mix: each joined observation makes its cell and
 * column count for one more, and so moves the fit by the mean score there.
 */
export function influenceOfMix(
  {row, cell, columns, values, weights}: Observations,
  {from, to}: Fit,
  {of, count}: Clusters,
  centre: Float64Array
): Float64Array {
  const units = cell.length;
  const cells = weights.length / columns;
  const sums = new Float64Array(count);
  for (let x = from; x <= to; x++) {
    for (let unit = 0; unit < units; unit++) {
      if (Number.isNaN(values[x * units + unit])) continue;
      sums[of[row[unit]]] += centre[(x - from) * cells + cell[unit]];
    }
  }
  return sums;
}

/** The mean score of the observations in each cell and column of the fit: cells × columns, column-major; 0 where none. */
export function meanScores({cell, columns, counts}: Observations, {from, to, scores}: Fit): Float64Array {
  const cells = counts.length / columns;
  const sums = new Float64Array(cells * (to - from + 1));
  for (let x = from, i = 0; x <= to; x++) {
    for (let unit = 0; unit < cell.length; unit++, i++) sums[(x - from) * cells + cell[unit]] += scores[i];
  }
  return sums.map((sum, j) => (sum === 0 ? 0 : sum / counts[from * cells + j]));
}
