import {group} from "d3";
import type {Result} from "../../release/results.ts";
import {inOrder} from "../comparison/assumptions.ts";
import {clearSide} from "../effects/bracket.ts";
import type {Found} from "../effects/specification.ts";
import {design} from "../../design.ts";

/**
 * The lowest and highest estimate under either assumption with one partnership left out, and whether the interval would
 * then lie on another side of zero, taken to be as wide as with all. Null with fewer partnerships than the plan asks for.
 */
export function leaveOneOut({effect, means}: Found, unit: number): Result["leave_one_out"] {
  const partnerships = group(means.same_trend.units.keys(), (i) => means.same_trend.units[i].partnership);
  if (partnerships.size < design.leave_one_out.partnerships) return null;
  const schools = means.same_trend.units.length;
  const moved = [...partnerships.values()].map((left) => {
    const estimates = inOrder(means).map(({estimate, own}) => {
      const sum = left.reduce((total, i) => total + own[i], 0);
      return unit * ((schools * estimate - sum) / (schools - left.length));
    });
    return {estimates, from: Math.min(...estimates), to: Math.max(...estimates)};
  });
  const side = clearSide(effect);
  return {
    lowest: Math.min(...moved.map(({from}) => from)),
    highest: Math.max(...moved.map(({to}) => to)),
    changes_verdict: moved.some(({estimates}) => sideAt(effect, estimates) !== side),
    partnerships: partnerships.size
  };
}

function sideAt({same_trend, same_past}: Found["effect"], [trend, past]: readonly number[]): -1 | 0 | 1 {
  if (same_trend.low === null || same_past.low === null) return 0;
  const low = Math.min(same_trend.low + trend - same_trend.value, same_past.low + past - same_past.value);
  const high = Math.max(same_trend.high! + trend - same_trend.value, same_past.high! + past - same_past.value);
  return clearSide({low, high});
}
