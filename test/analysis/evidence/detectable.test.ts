import {describe, expect, it} from "vitest";
import {detectableOf} from "../../../src/analysis/evidence/detectable.ts";

describe("detectableOf({se, degrees})", () => {
  it("is 1.96 + 0.84 standard errors of the normal", () => {
    expect(detectableOf({se: 2, degrees: Infinity})).toBeCloseTo(2 * (1.959964 + 0.841621), 4);
  });

  it("is more with few degrees of freedom", () => {
    expect(detectableOf({se: 1, degrees: 5})!).toBeGreaterThan(3.4);
  });

  it("is null without a standard error", () => {
    expect(detectableOf({se: 0, degrees: 5})).toBeNull();
  });
});
