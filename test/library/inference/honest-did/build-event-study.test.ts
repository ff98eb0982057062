import {describe, expect, it} from "vitest";
import type {Effect} from "../../../../src/library/panel/long-panel.ts";
import {targetError} from "../../../../src/library/inference/honest-did/event-study.ts";
import {buildEventStudy} from "../../../../src/library/inference/honest-did/build-event-study.ts";

const effect = (term: number, estimate: number, influence: number[]): Effect => ({
  term,
  estimate,
  influence: Float64Array.from(influence),
  units: 2,
  comparators: 2
});
const effects = [
  effect(-3, 0.1, [1, 2, 0, 1]),
  effect(-2, 0, [0, 0, 0, 0]),
  effect(0, 1, [1, -1, 2, 0]),
  effect(1, 2, [0, 1, 1, 1])
];
const clustering = {of: Int32Array.of(0, 0, 1, 1), count: 2};

describe("makeEventStudy(effects, clustering, window)", () => {
  it("puts earlier and later effects around the reference, with the covariance of clusters’ sums", () => {
    const study = buildEventStudy(effects, clustering, {from: -3, to: 1, reference: -2, leftOut: [-1]});
    expect(study.pre).toBe(1);
    expect([...study.beta]).toEqual([0.1, 1, 2]);
    expect([...study.sigma]).toEqual([10, 2, 5, 2, 4, 4, 5, 4, 5]);
    expect(targetError(study)).toBe(2);
  });

  it("refuses a window with an event time that has no effect", () => {
    expect(() => buildEventStudy(effects, clustering, {from: -4, to: 1, reference: -2, leftOut: [-1]})).toThrow(
      "event time -4"
    );
  });
});
