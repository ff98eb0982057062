import {mersenneTwister} from "../statistics/mersenne-twister.ts";
import {quantile} from "d3";
import {design} from "../design.ts";
import {clusteredError} from "../inference/cluster-influence.ts";
import {multiplierBootstrap} from "../inference/multiplier-bootstrap.ts";
import type {EventStudy} from "./event-study.ts";

/** By event time: limits that hold all of them at once, never nearer than the interval; null where no interval is claimed. */
export function bandsOf({times, method, grouping, drawn}: EventStudy, {unit, seed}: {unit: number; seed: number}) {
  if (method === "none" || !times.length) return times.map(() => null);
  const errors = drawn
    ? times.map(({column}) => spread(columnOf(drawn, column)))
    : times.map(({mean}) => clusteredError(mean.influence, grouping.clusters));
  const critical = drawn
    ? largestOf(
        times.map(({column}) => columnOf(drawn, column)),
        errors
      )
    : multiplierBootstrap(
        times.map(({mean}) => mean.influence),
        grouping.clusters,
        {draws: design.draws.bootstrap, source: mersenneTwister(seed), confidence: design.confidence}
      ).critical;
  return times.map(({effect}, k) => {
    if (effect.low === null || effect.high === null) return null;
    const margin = Math.abs(unit) * critical * errors[k];
    return {low: Math.min(effect.low, effect.value - margin), high: Math.max(effect.high, effect.value + margin)};
  });
}

const columnOf = ({draws, columns, values}: NonNullable<EventStudy["drawn"]>, column: number): Float64Array =>
  Float64Array.from({length: draws}, (_, d) => values[d * columns + column]);

function spread(values: Float64Array): number {
  const known = values.filter((value) => !Number.isNaN(value));
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  return Math.sqrt(known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (known.length - 1));
}

/** The quantile of the largest draw, in standard deviations, among event times. */
function largestOf(columns: readonly Float64Array[], errors: readonly number[]): number {
  const draws = columns[0].length;
  const largest = Float64Array.from({length: draws}, (_, d) =>
    columns.reduce(
      (most, own, k) => (errors[k] > 0 && !Number.isNaN(own[d]) ? Math.max(most, Math.abs(own[d]) / errors[k]) : most),
      0
    )
  );
  return quantile(largest, design.confidence)!;
}
