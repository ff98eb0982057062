import {describe, expect, it} from "vitest";
import {studentInterval} from "../../../src/analysis/effects/student-interval.ts";

describe("studentInterval(estimated)", () => {
  it("is the normal’s at Infinity degrees", () => {
    expect(studentInterval({estimate: 1, se: 1, degrees: Infinity}).high).toBeCloseTo(2.959964, 6);
  });

  it("is wider with few degrees", () => {
    expect(studentInterval({estimate: 0, se: 1, degrees: 4}).high).toBeCloseTo(2.776445, 6);
  });

  it("has no limits without a standard error", () => {
    expect(studentInterval({estimate: 1, se: NaN, degrees: 9})).toEqual({value: 1, low: null, high: null});
  });
});
