import type {Effect, Estimate} from "../../release/results.ts";
import type {Both} from "../comparison/assumptions.ts";
import type {Estimated} from "./estimated.ts";

/** An estimate in the unit printed: `unit` is what one of the outcome’s is in it. */
export function convertEstimate({estimate, se, critical}: Estimated, unit: number): Estimate {
  const value = unit * estimate;
  const error = Math.abs(unit) * se;
  if (Number.isNaN(critical) || !(error > 0)) {
    return {value, se: Number.isNaN(error) ? null : error, low: null, high: null};
  }
  return {value, se: error, low: value - critical * error, high: value + critical * error};
}

/** The figure that is printed: the range of both estimates, and the union of their intervals (METHOD §6). */
export function roundBracket({same_trend, same_past}: Both<Estimated>, unit: number): Effect {
  return joinBracket({same_trend: convertEstimate(same_trend, unit), same_past: convertEstimate(same_past, unit)});
}

/** The same of two estimates in the unit printed. Without an interval of either there is none. */
export function joinBracket({same_trend, same_past}: Both<Estimate>): Effect {
  const has = same_trend.low !== null && same_past.low !== null;
  return {
    from: Math.min(same_trend.value, same_past.value),
    to: Math.max(same_trend.value, same_past.value),
    low: has ? Math.min(same_trend.low!, same_past.low!) : null,
    high: has ? Math.max(same_trend.high!, same_past.high!) : null,
    same_trend,
    same_past
  };
}

/** Whether both intervals leave out zero on one side, and which: 1 above, −1 below, 0 neither. */
export function clearSide({low, high}: Pick<Effect, "low" | "high">): -1 | 0 | 1 {
  if (low === null || high === null) return 0;
  return low > 0 ? 1 : high < 0 ? -1 : 0;
}
