import {describe, expect, it} from "vitest";
import {yearBeforeOf} from "../../src/telling/year-before.ts";

const timed = (estimate: number, degrees = 50) => ({
  event_times: [-2, -1],
  estimates: Float64Array.of(0, estimate),
  covariance: Float64Array.of(1, 0, 0, 1),
  degrees
});

describe("yearBeforeOf(timed)", () => {
  it("calls a year far below the others a dip, and far above a spike", () => {
    expect([yearBeforeOf(timed(-4))!.odd, yearBeforeOf(timed(4))!.odd]).toEqual(["dip", "spike"]);
  });

  it("calls nothing odd that chance brings about more often than once in a hundred", () => {
    expect(yearBeforeOf(timed(-2.5))).toMatchObject({odd: null, p: expect.closeTo(0.01576, 4)});
  });

  it("works from the normal", () => {
    expect(yearBeforeOf(timed(-1.959964, Infinity))!.p).toBeCloseTo(0.05, 5);
  });

  it("is null where there is no year before", () => {
    expect(
      yearBeforeOf({event_times: [0], estimates: Float64Array.of(1), covariance: Float64Array.of(1), degrees: 9})
    ).toBeNull();
  });
});
