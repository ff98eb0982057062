import {describe, expect, it} from "vitest";
import {weighByStrata, withComparatorsAtOne} from "../../../src/library/matching/strata-weights.ts";

describe("weighByStrata(treated, strata)", () => {
  it("gives comparators the treated’s mix of strata and leaves strata without both out", () => {
    // Stratum 0: two treated, one comparator; 1: one treated, two comparators; 2: treated alone; −1: none.
    const treated = Uint8Array.of(1, 1, 0, 1, 0, 0, 1, 0);
    const strata = Int32Array.of(0, 0, 0, 1, 1, 1, 2, -1);
    const {weights, sets} = weighByStrata(treated, strata);
    expect([...weights]).toEqual([1, 1, 2, 1, 0.5, 0.5, 0, 0]);
    expect([...sets!]).toEqual([0, 0, 0, 1, 1, 1, -1, -1]);
  });

  it("says what to do where no stratum holds both", () => {
    expect(() => weighByStrata(Uint8Array.of(1, 0), Int32Array.of(0, 1))).toThrow(/no stratum holds both/);
  });
});

describe("withComparatorsAtOne(treated, weights)", () => {
  it("scales comparators to a mean of 1 among those with a weight, and leaves the treated", () => {
    expect([...withComparatorsAtOne(Uint8Array.of(1, 0, 0, 0), Float64Array.of(5, 1, 3, 0))]).toEqual([5, 0.5, 1.5, 0]);
  });
});
