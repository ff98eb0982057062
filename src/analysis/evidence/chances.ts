import tCDF from "@stdlib/stats-base-dists-t-cdf";
import type {EventTimeEffect, Result} from "../../release/results.ts";
import {both, inOrder, type Both} from "../comparison/assumptions.ts";
import type {Study} from "../comparison/study.ts";
import type {Estimated} from "../effects/estimated.ts";
import type {Path} from "../effects/path.ts";
import {computeDetectable} from "./detectable.ts";

/** The chance that the effect is at least the smallest that matters, on the better side: under a flat prior, which makes it Student’s t around the estimate; the smaller of the two, where they agree on its sign. */
export function computeProbability(
  estimated: Both<Estimated>,
  {unit, better, smallest_effect}: {unit: number; better: Study["better"]; smallest_effect: number}
): number | null {
  if (better === "neither") return null;
  const good = inOrder(estimated).map(({estimate: value}) => (better === "higher" ? unit * value : -unit * value));
  if (Math.sign(good[0]) !== Math.sign(good[1])) return null;
  const chances = inOrder(estimated).map(({se, degrees, method}, i) =>
    method === "none" ? NaN : tCDF((good[i] - smallest_effect) / (Math.abs(unit) * se), degrees)
  );
  return chances.some((p) => Number.isNaN(p)) ? null : Math.min(...chances);
}

/** The smallest effect that would have been found, in the unit printed: the larger of both assumptions; null where no interval is claimed. */
export function findDetectableEffect(estimated: Both<Estimated>, unit: number): number | null {
  const found = inOrder(estimated).map(({se, degrees, method}) =>
    method === "none" ? null : computeDetectable({se: Math.abs(unit) * se, degrees})
  );
  return found.some((value) => value === null) ? null : Math.max(...found.map((value) => value!));
}

/** The first event time whose band leaves out zero on the better side: of whoever looks for a first year among several. */
export function timeToBenefit(
  event_times: readonly EventTimeEffect[],
  paths: Both<Path>,
  unit: number
): Result["time_to_benefit"] {
  const by_event_time = event_times
    .filter(({event_time}) => event_time >= 0)
    .map(({event_time, verdict, band_low, band_high}) => {
      const i = paths.same_trend.event_times.indexOf(event_time);
      const holdsZero = band_low === null || (band_low <= 0 && band_high! >= 0);
      const isClaim = verdict === "better" || verdict === "worse" || verdict === "higher" || verdict === "lower";
      return {
        event_time,
        verdict: isClaim && holdsZero ? ("unclear" as const) : verdict!,
        detectable: findDetectableEffect(
          both((set) => paths[set].estimated[i]),
          unit
        )
      };
    });
  return {first: by_event_time.find(({verdict}) => verdict === "better")?.event_time ?? null, by_event_time};
}
