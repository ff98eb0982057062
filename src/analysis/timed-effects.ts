import {sumBy} from "../statistics/sum-by.ts";
import {treatedClusters} from "../inference/interval-of-effect.ts";
import type {TimedEffects} from "../telling/timed-effects.ts";
import type {EventStudy} from "./event-study.ts";

/**
 * The effects by event time with their covariance, in the unit told: from influences summed over
 * clusters, joiners’ and others’ each times G ÷ (G − 1), or from made-up partnerships where intervals are made
 * so. Null where no interval is claimed. Degrees: clusters of joiners less their cohorts, at least 1; Infinity for draws.
 */
export function timedEffectsOf(
  {times, method, grouping, drawn, overall}: EventStudy,
  unit: number
): TimedEffects | null {
  if (method === "none" || !overall) return null;
  const estimates = Float64Array.from(times, ({mean}) => unit * mean.estimate);
  const event_times = times.map(({event_time}) => event_time);
  if (drawn) {
    const columns = times.map(({column}) =>
      Float64Array.from({length: drawn.draws}, (_, d) => drawn.values[d * drawn.columns + column])
    );
    return {event_times, estimates, covariance: covarianceOf(columns, unit), degrees: Infinity};
  }
  const {clusters, cohort} = grouping;
  const isTreated = treatedClusters({cohort, cluster: clusters.of, clusters: clusters.count});
  const sums = times.map(({mean}) => sumBy(mean.influence, clusters.of, clusters.count));
  const whole = sumBy(overall.mean.influence, clusters.of, clusters.count);
  const count = [0, 0];
  whole.forEach((value, c) => value !== 0 && count[isTreated[c]]++);
  const correction = count.map((n) => (n > 1 ? n / (n - 1) : 1));
  const size = times.length;
  const covariance = new Float64Array(size * size);
  for (let k = 0; k < size; k++) {
    for (let l = 0; l <= k; l++) {
      let sum = 0;
      for (let c = 0; c < clusters.count; c++) sum += correction[isTreated[c]] * sums[k][c] * sums[l][c];
      covariance[k * size + l] = covariance[l * size + k] = unit * unit * sum;
    }
  }
  const cohorts = new Set<number>();
  cohort.forEach((g, row) => g < Infinity && overall.mean.influence[row] !== 0 && cohorts.add(g));
  return {
    event_times,
    estimates,
    covariance,
    degrees: degreesOf(whole, isTreated, {count, correction, cohorts: cohorts.size})
  };
}

/** Satterthwaite’s degrees of freedom of the overall effect, as in src/inference/interval-of-effect.ts. */
function degreesOf(
  sums: Float64Array,
  isTreated: Uint8Array,
  {count, correction, cohorts}: {count: number[]; correction: number[]; cohorts: number}
): number {
  const variance = [0, 0];
  sums.forEach((sum, c) => (variance[isTreated[c]] += correction[isTreated[c]] * sum * sum));
  const [others, treated] = variance;
  const of = [Math.max(1, count[0] - 1), Math.max(1, count[1] - cohorts)];
  return (others + treated) ** 2 / (treated ** 2 / of[1] + others ** 2 / of[0]);
}

/** Over draws in which both have an answer. */
function covarianceOf(columns: readonly Float64Array[], unit: number): Float64Array {
  const size = columns.length;
  const covariance = new Float64Array(size * size);
  for (let k = 0; k < size; k++) {
    for (let l = 0; l <= k; l++) {
      let n = 0;
      const sums = [0, 0, 0];
      for (let d = 0; d < columns[k].length; d++) {
        const [a, b] = [columns[k][d], columns[l][d]];
        if (Number.isNaN(a) || Number.isNaN(b)) continue;
        n++;
        sums[0] += a;
        sums[1] += b;
        sums[2] += a * b;
      }
      const value = n > 1 ? (sums[2] - (sums[0] * sums[1]) / n) / (n - 1) : 0;
      covariance[k * size + l] = covariance[l * size + k] = unit * unit * value;
    }
  }
  return covariance;
}
