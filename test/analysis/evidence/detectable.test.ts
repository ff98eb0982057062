import {describe, expect, it} from "vitest";
import {computeDetectable} from "../../../src/analysis/evidence/detectable.ts";

describe("computeDetectable({se, degrees})", () => {
  it("is 1.96 + 0.84 standard errors of the normal", () => {
    expect(computeDetectable({se: 2, degrees: Infinity})).toBeCloseTo(2 * (1.959964 + 0.841621), 4);
  });

  it("is more with few degrees of freedom", () => {
    expect(computeDetectable({se: 1, degrees: 5})!).toBeGreaterThan(3.4);
  });

  it("is null without a standard error", () => {
    expect(computeDetectable({se: 0, degrees: 5})).toBeNull();
  });
});
