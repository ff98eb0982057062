import {range} from "d3";
import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import {design} from "../../design.ts";
import type {Clustering} from "../../library/inference/index.ts";
import {factorise, makeFloats, mersenneTwister, tailQuantile} from "../../library/statistics/index.ts";
import {once} from "../../once.ts";
import {kernels, takeRoom} from "../kernels/memory.ts";
import type {TimedEffects} from "./timed-effects.ts";
import type {CovariateSet} from "../comparison/assumptions.ts";
import type {Window} from "../comparison/yearly.ts";
import {estimateEffects, treatedClusters, type Estimated, type Method} from "./estimated.ts";
import {meanExcesses, type MeanExcess} from "./mean-excess.ts";
import type {Unit} from "./units.ts";

/** The effects at single event times under one assumption, in the unit of the outcome. */
export interface Path {
  event_times: number[];
  means: MeanExcess[];
  estimated: Estimated[];
  /** The same with their covariance, for all that joins event times; G ÷ (G − 1) for the clusters of the treated. */
  timed: TimedEffects;
  /** Standard errors that a band reaches which holds all event times at once; NaN where none is claimed. */
  band: () => number;
}

/** The path of some schools over event times, those at which any has an excess. */
export function makePath(
  units: readonly Unit[],
  {
    set,
    schools,
    clusters,
    seed,
    times = design.event_times,
    method
  }: {
    set: CovariateSet;
    schools: number;
    clusters: Clustering;
    seed: number;
    times?: Window;
    /** If not given, by the schools and partnerships at each event time. */
    method?: Method;
  }
): Path {
  const asked = range(times[0], times[1] + 1);
  const all = meanExcesses(
    asked.map((e) => ({units, times: [e, e]})),
    {set, schools}
  );
  const found = asked.flatMap((e, i) => {
    const mean = all[i];
    return mean ? [{e, mean}] : [];
  });
  const event_times = found.map(({e}) => e);
  const means = found.map(({mean}) => mean);
  const estimated = found.map(({e, mean}) =>
    estimateEffects(mean, {clusters, set, times: [e, e], seed: seed + e, ...(method ? {method} : {})})
  );
  const timed = timeEffects(event_times, means, clusters);
  return {event_times, means, estimated, timed, band: once(() => computeBand(timed, estimated))};
}

function timeEffects(event_times: number[], means: readonly MeanExcess[], clusters: Clustering): TimedEffects {
  const size = means.length;
  const treated = new Set(means.flatMap(({units}) => units.map(({row}) => clusters.of[row]))).size;
  const correction = treated > 1 ? treated / (treated - 1) : NaN;
  const products = sumProducts(means, clusters);
  const covariance = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++)
      covariance[i * size + j] = covariance[j * size + i] = correction * products[i * size + j];
  }
  const fewest = Math.min(...means.map((mean) => treatedClusters(mean, clusters)));
  return {
    event_times,
    estimates: Float64Array.from(means, ({estimate}) => estimate),
    covariance,
    degrees: size ? Math.max(fewest - 1, 1) : NaN
  };
}

/** Σ over clusters of the products of what each moves two means by: means × means, the lower triangle. */
function sumProducts(means: readonly MeanExcess[], {of, count}: Clustering): Float64Array {
  const size = means.length;
  const room = takeRoom();
  const rows = room.zeros(count * size);
  const sums = room.read(rows, count * size);
  means.forEach(({influence}, m) => {
    for (let i = 0; i < influence.length; i++) sums[of[i] * size + m] += influence[i];
  });
  const products = room.zeros(size * size);
  kernels.addProducts(count, size, rows, products);
  return room.read(products, size * size).slice();
}

/**
 * The multiplier bootstrap of the largest |draw| ÷ standard error over event times (Callaway & Sant’Anna 2021,
 * algorithm 1) with normal multipliers: given the data, its draws are normal with the covariance of the estimates, and
 * are drawn as such. Widened as Student’s t widens the interval of one event time.
 */
function computeBand({covariance}: TimedEffects, estimated: readonly Estimated[]): number {
  const size = estimated.length;
  if (!size || estimated.some(({method}) => method !== "analytic")) return NaN;
  const scale = makeFloats(size, (i) => covariance[i * size + i]);
  const errors = scale.map(Math.sqrt);
  const {lower} = factorise(covariance, {scale, tolerance: design.tolerances.copy});
  const normal = normals();
  const width = countTimes();
  const largest = makeFloats(design.draws.band, (draw) => {
    let most = 0;
    for (let i = 0; i < size; i++) {
      let sum = 0;
      for (let k = 0; k <= i; k++) sum += lower[i * size + k] * normal[draw * width + k];
      most = Math.max(most, Math.abs(sum) / errors[i]);
    }
    return most;
  });
  const one = normalQuantile((1 + design.confidence) / 2, 0, 1);
  return Math.max(...estimated.map(({critical}) => critical)) * (tailQuantile(largest, design.confidence) / one);
}

const countTimes = (): number => design.event_times[1] - design.event_times[0] + 1;

/** The same draws for all bands of a plan. */
const keepNormals = once((): {of: string; draws: Float64Array}[] => []);

function normals(): Float64Array {
  const of = [design.draws.seed, design.draws.band, countTimes()].join();
  const [kept] = keepNormals();
  if (kept?.of === of) return kept.draws;
  const source = mersenneTwister(design.draws.seed);
  const draws = makeFloats(design.draws.band * countTimes(), () => normalQuantile(Math.max(source(), 1e-12), 0, 1));
  keepNormals()[0] = {of, draws};
  return draws;
}
