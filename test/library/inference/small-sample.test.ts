import {describe, expect, it} from "vitest";
import {smallSample} from "../../../src/library/inference/small-sample.ts";

describe("smallSample({rows, coefficients, clusters})", () => {
  it("is G ÷ (G − 1) × (n − 1) ÷ (n − K)", () => {
    expect(smallSample({rows: 101, coefficients: 21, clusters: 11})).toBeCloseTo((11 / 10) * (100 / 80), 14);
  });

  it("does not exist for one cluster, or where no degree of freedom is left", () => {
    expect(smallSample({rows: 10, coefficients: 2, clusters: 1})).toBeNaN();
    expect(smallSample({rows: 10, coefficients: 10, clusters: 5})).toBeNaN();
  });
});
