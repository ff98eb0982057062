import type {Result} from "../results.ts";
import {studentInterval} from "./student-interval.ts";
import {combined, type TimedEffects} from "./timed-effects.ts";

/**
 * By event time from joining on, the sum of the yearly effects until then, its interval from their covariance: what
 * one school had more of in all, in unit-years. Ends at the first event time without an effect.
 */
export function cumulativeOf(timed: TimedEffects): Result["cumulative"] {
  const sums: Result["cumulative"] = [];
  for (let event_time = 0; timed.event_times.includes(event_time); event_time++) {
    const weights = Float64Array.from(timed.event_times, (e) => (e >= 0 && e <= event_time ? 1 : 0));
    sums.push({event_time, ...studentInterval(combined(timed, weights))});
  }
  return sums;
}
