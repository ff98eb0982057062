import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {equivalence} from "../../../src/library/inference/equivalence.ts";

const options = {margin: 0.05, alpha: 0.05, degrees: Infinity};

describe("equivalence(effect, options)", () => {
  it("is told just where the interval of twice the level lies within the margins", () =>
    fc.assert(
      fc.property(
        fc.double({min: -0.1, max: 0.1, noNaN: true}),
        fc.double({min: 1e-3, max: 0.1, noNaN: true}),
        fc.constantFrom(5, 40, Infinity),
        (estimate, se, degrees) => {
          const {low, high, equivalent, p} = equivalence({estimate, se}, {...options, degrees});
          if (Math.abs(p - 0.05) > 1e-9) expect(equivalent).toBe(low > -0.05 && high < 0.05);
        }
      )
    ));

  it("is not told from an effect that is merely not significant", () => {
    expect(equivalence({estimate: 0.01, se: 0.05}, options).equivalent).toBe(false);
  });

  it("tells no harm by the lower side alone", () => {
    const {p_below, equivalent} = equivalence({estimate: 0.2, se: 0.05}, options);
    expect(p_below).toBeLessThan(1e-6);
    expect(equivalent).toBe(false);
  });

  it("asks for a margin", () => {
    expect(() => equivalence({estimate: 0, se: 1}, {...options, margin: 0})).toThrow("positive");
  });
});
