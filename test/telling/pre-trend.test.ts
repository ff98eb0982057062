import {describe, expect, it} from "vitest";
import {preTrendOf} from "../../src/telling/pre-trend.ts";

const terms = {base: [-4, -2], better: "higher", unit: "points", digits: 1, partly_collected: false} as const;
const timed = (values: Record<number, number>, variance = 1) => {
  const event_times = Object.keys(values)
    .map(Number)
    .sort((a, b) => a - b);
  const size = event_times.length;
  return {
    event_times,
    estimates: Float64Array.from(event_times, (e) => values[e]!),
    covariance: Float64Array.from({length: size * size}, (_, i) => (i % (size + 1) === 0 ? variance : 0)),
    degrees: 40
  };
};
const flat = {[-5]: 0.2, [-4]: 0.1, [-3]: -0.3, [-2]: 0.2, [-1]: 9, 0: 9};

describe("preTrendOf(timed, terms)", () => {
  it("tests the years before the window and all but the last of it, the year of selection apart", () => {
    expect(preTrendOf(timed(flat), terms).event_times).toEqual([-5, -4, -3]);
  });

  it("is the F test of those years: three of 1.5² at variance 1 on 3 and 40 degrees", () => {
    const {p} = preTrendOf(timed({...flat, [-5]: 1.5, [-4]: 1.5, [-3]: 1.5}), terms);
    expect(p).toBeCloseTo(0.0973, 4);
  });

  it("leaves out what the others settle, so that a coefficient told twice counts once", () => {
    const twice = {
      event_times: [-5, -4, -3, -2],
      estimates: Float64Array.of(1.5, 1.5, 1.5, 0),
      covariance: Float64Array.of(1, 1, 1, 0, 1, 1, 1, 0, 1, 1, 1, 0, 0, 0, 0, 1),
      degrees: 40
    };
    expect(preTrendOf(twice, terms).p).toBeCloseTo(0.1415, 3);
  });

  it("says that years moved apart, and names the odd year before joining", () => {
    const {words} = preTrendOf(timed({...flat, [-5]: 9}), terms);
    expect(words).toMatch(/did not move alike.*a spike/s);
  });

  it("is null with one year of the window", () => {
    expect(preTrendOf(timed({[-2]: 0, [-1]: 0, 0: 1}), terms).p).toBeNull();
  });
});
