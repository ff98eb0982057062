import {describe, expect, it} from "vitest";
import {breakdownMagnitude} from "../../src/inference/honest-did/breakdown.ts";
import {published} from "../../src/inference/honest-did/relative-magnitudes-interval.ts";
import {breakdownOf} from "../../src/telling/breakdown.ts";
import {eventStudyFrom} from "../../src/telling/event-study-from.ts";

const after = [0, 2] as const;
const event_times = [-5, -4, -3, -2, -1, 0, 1, 2];
const timed = (effect: number) => ({
  event_times,
  estimates: Float64Array.of(0.1, -0.1, 0.1, -0.1, 0.4, effect, effect, effect),
  covariance: Float64Array.from({length: 64}, (_, i) => (i % 9 === 0 ? 0.01 : 0)),
  degrees: 60
});

describe("breakdownOf(timed, {after})", () => {
  it("lies at most a step of the grid and a half below the hybrid test’s value, and never above", () => {
    const study = eventStudyFrom(timed(1.2), {reference: -2, leftOut: -1, after})!;
    const exact = breakdownMagnitude(study, published);
    expect(exact).toBeGreaterThan(0.5);
    expect(exact).toBeLessThan(1.75);
    const below = exact - breakdownOf(timed(1.2), {after}).relative_magnitude!;
    expect(below).toBeGreaterThan(-0.05);
    expect(below).toBeLessThan(0.375);
  });

  it("is 0 where zero is in the interval already", () => {
    expect(breakdownOf(timed(0), {after}).relative_magnitude).toBe(0);
  });

  it("ends at the grid’s last value, and says so", () => {
    expect(breakdownOf(timed(20), {after})).toMatchObject({
      relative_magnitude: 2,
      words: expect.stringContaining("2 times or more")
    });
  });

  it("does not depend on the year of selection", () => {
    const dipped = timed(1.2);
    dipped.estimates[4] = -50;
    expect(breakdownOf(dipped, {after})).toEqual(breakdownOf(timed(1.2), {after}));
  });

  it("is null, and says why, with too few years before", () => {
    expect(breakdownOf({...timed(1), event_times: [-9, -8, -7, -2, -1, 0, 1, 2]}, {after})).toMatchObject({
      relative_magnitude: null,
      words: expect.stringContaining("Too few years")
    });
  });
});
