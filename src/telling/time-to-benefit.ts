import {detectableOf} from "./detectable.ts";
import type {Effect, Result} from "../results.ts";
import {studentInterval} from "./student-interval.ts";
import {effectAt, type Estimated, type TimedEffects} from "./timed-effects.ts";
import {verdictOf, type Terms} from "./verdict.ts";

/**
 * From joining on, by event time, what may be said and the smallest effect that would have been seen; `first` is the
 * first whose interval lies on the better side, null where none does or neither side is better. `intervals` are those
 * to go by, where they are not Student’s: of whoever looks for a first year among several, the band of all together.
 */
export function timeToBenefit(
  timed: TimedEffects,
  {better, worth}: Omit<Terms, "equivalent">,
  intervals: ReadonlyMap<number, Effect> = new Map()
): Result["time_to_benefit"] {
  const by_event_time = timed.event_times
    .filter((e) => e >= 0)
    .map((event_time) => {
      const found = effectAt(timed, event_time)!;
      const interval = intervals.get(event_time) ?? studentInterval(found);
      const verdict = verdictOf(interval, {better, worth, equivalent: null});
      return {event_time, verdict, detectable: detectableBy(found, interval)};
    });
  const first = by_event_time.find(({verdict}) => verdict === "better");
  return {first: first?.event_time ?? null, by_event_time};
}

/** What would have left zero out of an interval that wide four times in five; null without limits. */
function detectableBy(found: Estimated, {low, high}: Effect): number | null {
  const own = studentInterval(found);
  const detectable = detectableOf(found);
  if (detectable === null || low === null || high === null) return null;
  return detectable + (high - low - (own.high! - own.low!)) / 2;
}
