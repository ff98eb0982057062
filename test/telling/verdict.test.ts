import {describe, expect, it} from "vitest";
import {isClear, verdictOf} from "../../src/telling/verdict.ts";

const terms = {better: "higher", worth: 1, equivalent: null} as const;
const between = (low: number, high: number) => ({value: (low + high) / 2, low, high});

describe("verdictOf(effect, terms)", () => {
  it.each([
    ["better", between(0.2, 2), "higher"],
    ["worse", between(-2, -0.2), "higher"],
    ["better", between(-2, -0.2), "lower"],
    ["worse", between(0.2, 2), "lower"],
    ["higher", between(0.2, 2), "neither"],
    ["lower", between(-2, -0.2), "neither"],
    ["same", between(-0.9, 0.9), "higher"],
    ["unclear", between(-0.9, 1.1), "higher"],
    ["unclear", between(-1.1, 0.9), "lower"]
  ] as const)("is %s for %o where %s is better", (verdict, effect, better) => {
    expect(verdictOf(effect, {...terms, better})).toBe(verdict);
  });

  it("takes an interval that ends at zero for one that holds it", () => {
    expect(verdictOf(between(0, 2), terms)).toBe("unclear");
  });

  it("does not call the same what reaches just what is worth having", () => {
    expect(verdictOf(between(-0.5, 1), terms)).toBe("unclear");
  });

  it("does not call the same what the equivalence test objects to", () => {
    expect(verdictOf(between(-0.9, 0.9), {...terms, equivalent: false})).toBe("unclear");
  });

  it("does not let the equivalence test make the same of an interval that reaches beyond", () => {
    expect(verdictOf(between(-0.9, 1.1), {...terms, equivalent: true})).toBe("unclear");
  });

  it("says too few without an interval or an effect", () => {
    expect([verdictOf({value: 3, low: null, high: null}, terms), verdictOf(null, terms)]).toEqual([
      "too_few",
      "too_few"
    ]);
  });

  it("names a side only where the verdict is clear", () => {
    const clear = (["better", "worse", "higher", "lower", "same", "unclear", "too_few"] as const).filter(isClear);
    expect(clear).toEqual(["better", "worse", "higher", "lower"]);
  });
});
