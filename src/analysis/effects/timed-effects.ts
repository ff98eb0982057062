/** Effects by event time, counted from the base window, in the unit reported. */
export interface TimedEffects {
  /** In ascending order. */
  event_times: readonly number[];
  estimates: Float64Array;
  /** Of the estimates, row by row. */
  covariance: Float64Array;
  /** Degrees of freedom of Student’s t; Infinity for the normal. */
  degrees: number;
}

/** An estimate with what its interval needs. */
export interface Estimated {
  estimate: number;
  se: number;
  degrees: number;
}

/** A weighted sum of the effects: `weights` in the order of the event times. */
export function combineEffects({estimates, covariance, degrees}: TimedEffects, weights: Float64Array): Estimated {
  const size = estimates.length;
  let estimate = 0;
  let variance = 0;
  for (let i = 0; i < size; i++) {
    if (weights[i] === 0) continue;
    estimate += weights[i] * estimates[i];
    for (let j = 0; j < size; j++) variance += weights[i] * weights[j] * covariance[i * size + j];
  }
  return {estimate, se: Math.sqrt(Math.max(variance, 0)), degrees};
}

/** The effect at one event time; null where there is none. */
export function effectAt(timed: TimedEffects, event_time: number): Estimated | null {
  const at = timed.event_times.indexOf(event_time);
  if (at < 0) return null;
  return combineEffects(
    timed,
    Float64Array.from(timed.event_times, (_, i) => (i === at ? 1 : 0))
  );
}

/** The effects at some of the event times, in the order asked for. Throws where one has no effect. */
export function effectsAt(timed: TimedEffects, event_times: readonly number[]): TimedEffects {
  const size = timed.event_times.length;
  const places = event_times.map((e) => timed.event_times.indexOf(e));
  const absent = event_times.filter((_, i) => places[i] < 0);
  if (absent.length) throw new Error(`no effect at event time ${absent.join(", ")}`);
  return {
    event_times,
    estimates: Float64Array.from(places, (i) => timed.estimates[i]),
    covariance: Float64Array.from(places.flatMap((i) => places.map((j) => timed.covariance[i * size + j]))),
    degrees: timed.degrees
  };
}
