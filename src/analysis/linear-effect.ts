import {quantileSorted} from "d3";
import {design} from "../design.ts";
import {intervalOf} from "../inference/interval-of-effect.ts";
import type {Clusters} from "../inference/clusters.ts";
import type {Effect} from "../results.ts";
import type {Drawn} from "./made-up-partnerships.ts";
import type {MeanEffect} from "./effects.ts";

/** Who shares their luck: clusters of the schools of the phase, and when each joined (Infinity if never). */
export interface Grouping {
  clusters: Clusters;
  cohort: Float64Array;
}

/** An effect with Student’s interval, times the unit it is told in. */
export function studentEffect({estimate, influence}: MeanEffect, {clusters, cohort}: Grouping, unit: number): Effect {
  const {low, high} = intervalOf(
    {estimate, influence},
    {cohort, cluster: clusters.of, clusters: clusters.count},
    design.confidence
  );
  if (Number.isNaN(low)) return {value: unit * estimate, low: null, high: null};
  return {value: unit * estimate, low: unit * low, high: unit * high};
}

/**
 * By draw: the mean over some event times (places among those drawn), of those that have an answer; NaN if none has.
 */
export function meansDrawn({draws, columns, values}: Drawn, places: readonly number[]): Float64Array {
  const means = new Float64Array(draws);
  for (let d = 0; d < draws; d++) {
    let sum = 0;
    let count = 0;
    for (const place of places) {
      const value = values[d * columns + place];
      if (Number.isNaN(value)) continue;
      sum += value;
      count++;
    }
    means[d] = count ? sum / count : NaN;
  }
  return means;
}

/**
 * An effect with the interval that made-up partnerships allow: the effects that would not be out of the ordinary,
 * were they added to every draw (test inversion, both tails alike). Without limits where under half of the draws have an answer.
 */
export function drawnEffect(estimate: number, drawn: Float64Array, unit: number): Effect {
  // d3 reads what is like an array; its types want one.
  const sorted = drawn.filter((value) => !Number.isNaN(value)).sort() as ArrayLike<number> as number[];
  if (sorted.length < drawn.length / 2) return {value: unit * estimate, low: null, high: null};
  const tail = (1 - design.confidence) / 2;
  return {
    value: unit * estimate,
    low: unit * (estimate - quantileSorted(sorted, 1 - tail)!),
    high: unit * (estimate - quantileSorted(sorted, tail)!)
  };
}

/** Chance of being so far off either way, by made-up partnerships: twice the smaller tail, itself counted in; NaN without draws. */
export function drawnP(estimate: number, drawn: Float64Array): number {
  let above = 1;
  let below = 1;
  let known = 1;
  for (const value of drawn) {
    if (Number.isNaN(value)) continue;
    known++;
    if (value >= estimate) above++;
    if (value <= estimate) below++;
  }
  return known > 1 ? Math.min(1, (2 * Math.min(above, below)) / known) : NaN;
}
