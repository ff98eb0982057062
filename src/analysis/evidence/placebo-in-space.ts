import {design} from "../../design.ts";
import type {Result} from "../../release/results.ts";
import {both, bothOrNone} from "../comparison/assumptions.ts";
import type {Found, Specification} from "../effects/specification.ts";
import {describeDistribution, placeboMeans} from "./placebo-distribution.ts";

/** The effect among those of placebo partnerships drawn from its donors; null where a school has no donor to be drawn. */
export function placeboInSpace({unit, seed}: Specification, {means}: Found): Result["placebo"]["in_space"] {
  const draws = bothOrNone(both((set) => placeboMeans(means[set].units, {set, times: design.effect, seed})));
  return (
    draws &&
    both((set) =>
      describeDistribution(
        unit * means[set].estimate,
        draws[set].map((draw) => unit * draw)
      )
    )
  );
}
