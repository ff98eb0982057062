import {weighLags, type Years} from "./contrast-variance.ts";

/** Covariances by lag that agree with those measured, where some that a design needs were not. */
export interface CovarianceBounds {
  /** Those under which the change of one school varies least, and most. */
  kindest: (number | null)[];
  harshest: (number | null)[];
  /** Lags, in years, that the design needs and that were not measured. */
  unmeasured: number[];
}

/**
 * Worst-case bounds (Manski 2003, “Partial Identification of Probability Distributions”, ch. 1) on the same-trend variance
 * of a design where covariances at some lags were not measured. All that is taken of those: results do not go together
 * less the nearer they are in time, so they lie between those measured at the next shorter and the next longer lag, the variance
 * being the shortest and 0 beyond the longest. The variance is linear in the covariances, so both its ends are reached where, from some
 * lag on, a run of unmeasured ones falls from the upper end to the lower. Null where not even the variance was measured.
 */
export function boundCovariances(covariance: readonly (number | null)[], years: Years): CovarianceBounds | null {
  if ((covariance[0] ?? null) === null) return null;
  const weights = weighLags(years);
  const measured = weights.map((_, lag) => covariance[lag] ?? null);
  const unmeasured = measured.flatMap((value, lag) => (value === null ? [lag] : []));
  const [kindest, harshest] = [[...measured], [...measured]];
  for (const [from, to] of findRuns(unmeasured)) {
    const ends = [measured[from - 1] ?? 0, covariance.slice(to + 1).find((value) => value !== null) ?? 0];
    const [low, high] = [Math.min(...ends), Math.max(...ends)];
    let [sum, least, most] = [0, 0, 0];
    let [lowFrom, highFrom] = [from, from];
    for (let lag = from; lag <= to; lag++) {
      sum += weights[lag];
      if (sum < least) [least, lowFrom] = [sum, lag + 1];
      if (sum > most) [most, highFrom] = [sum, lag + 1];
    }
    for (let lag = from; lag <= to; lag++) {
      kindest[lag] = lag < lowFrom ? high : low;
      harshest[lag] = lag < highFrom ? high : low;
    }
  }
  return {kindest, harshest, unmeasured};
}

/** First and last of each run of whole numbers that follow one another. */
function findRuns(numbers: readonly number[]): [from: number, to: number][] {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs;
}
