import {describe, expect, it} from "vitest";
import {timeToBenefit} from "../../src/telling/time-to-benefit.ts";

const timed = {
  event_times: [-2, 0, 1, 2],
  estimates: Float64Array.of(9, -5, 1, 3),
  covariance: Float64Array.of(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1),
  degrees: Infinity
};

describe("timeToBenefit(timed, terms)", () => {
  it("is the first year clearly better, after years that are worse or unclear", () => {
    const {first, by_event_time} = timeToBenefit(timed, {better: "higher", worth: 1});
    expect([first, by_event_time.map(({verdict}) => verdict)]).toEqual([2, ["worse", "unclear", "better"]]);
  });

  it("turns for a measure that is better low", () => {
    expect(timeToBenefit(timed, {better: "lower", worth: 1}).first).toBe(0);
  });

  it("is none where neither side is better", () => {
    expect(timeToBenefit(timed, {better: "neither", worth: 1}).first).toBeNull();
  });

  it("has beside each year what would have been seen there: 2.8 standard errors", () => {
    expect(timeToBenefit(timed, {better: "higher", worth: 1}).by_event_time[0]!.detectable).toBeCloseTo(2.8016, 3);
  });

  it("goes by the band of all years where there is one, which only a larger effect would leave", () => {
    const band = new Map([[2, {value: 3, low: -1, high: 7}]]);
    const {first, by_event_time} = timeToBenefit(timed, {better: "higher", worth: 1}, band);
    expect(first).toBeNull();
    expect(by_event_time.at(-1)!.detectable).toBeCloseTo(2.8016 + 4 - 1.96, 3);
  });
});
