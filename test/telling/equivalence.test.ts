import {describe, expect, it} from "vitest";
import {equivalenceOf, excludesHarm} from "../../src/telling/equivalence.ts";

const at = (estimate: number) => equivalenceOf({estimate, se: 0.4, degrees: Infinity}, 1)!;

describe("equivalenceOf(estimated, margin)", () => {
  it("bounds the effect by the interval of twice the level: 1.645 standard errors", () => {
    expect(at(0.2).high).toBeCloseTo(0.2 + 1.644854 * 0.4, 5);
  });

  it("is told of a small effect and not of one that may be as large as the margin", () => {
    expect([at(0.2).equivalent, at(0.5).equivalent]).toEqual([true, false]);
  });

  it("excludes harm by one side alone, which depends on what is better", () => {
    expect([excludesHarm(at(0.9), "higher"), excludesHarm(at(0.9), "lower"), excludesHarm(at(0), "neither")]).toEqual([
      true,
      false,
      false
    ]);
  });

  it("is null without a standard error", () => {
    expect(equivalenceOf({estimate: 0, se: NaN, degrees: 9}, 1)).toBeNull();
  });
});
