import {describe, expect, it} from "vitest";
import {cumulativeOf} from "../../src/telling/cumulative.ts";

const timed = (event_times: number[]) => ({
  event_times,
  estimates: Float64Array.of(9, 1, 2),
  covariance: Float64Array.of(1, 0, 0, 0, 1, 0.5, 0, 0.5, 1),
  degrees: Infinity
});

describe("cumulativeOf(timed)", () => {
  it("adds years up from joining on, with the variance of the sum", () => {
    const sums = cumulativeOf(timed([-2, 0, 1]));
    expect(sums.map(({event_time, value}) => [event_time, value])).toEqual([
      [0, 1],
      [1, 3]
    ]);
    expect(sums[1]!.high! - 3).toBeCloseTo(1.959964 * Math.sqrt(3), 5);
  });

  it("ends where a year is missing", () => {
    expect(cumulativeOf(timed([-2, 0, 3]))).toHaveLength(1);
  });
});
