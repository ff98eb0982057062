import {describe, expect, it} from "vitest";
import {combineEffects, effectAt, effectsAt} from "../../../src/analysis/effects/timed-effects.ts";

const timed = {
  event_times: [-3, 0, 1],
  estimates: Float64Array.of(0.5, 2, 4),
  covariance: Float64Array.of(1, 0, 0, 0, 4, 1, 0, 1, 9),
  degrees: 20
};

describe("effects by event time", () => {
  it("add up with their covariance", () => {
    const {estimate, se} = combineEffects(timed, Float64Array.of(0, 0.5, 0.5));
    expect(estimate).toBe(3);
    expect(se ** 2).toBeCloseTo((4 + 9 + 2) / 4, 12);
  });

  it("are found by event time, or not at all", () => {
    expect([effectAt(timed, 1), effectAt(timed, 2)]).toEqual([{estimate: 4, se: 3, degrees: 20}, null]);
  });

  it("keep their covariance when some are taken, in the order asked for", () => {
    const {estimates, covariance} = effectsAt(timed, [1, 0]);
    expect([[...estimates], [...covariance]]).toEqual([
      [4, 2],
      [9, 1, 1, 4]
    ]);
  });

  it("are refused where one is missing", () => {
    expect(() => effectsAt(timed, [0, 7])).toThrow("event time 7");
  });
});
