import {describe, expect, it} from "vitest";
import {scaleSmallestEffect} from "../../src/words/smallest-effect-of-interest.ts";

describe("scaleSmallestEffect(worth, sd)", () => {
  const smallest_effect = {value: 1, why: "it is a tenth of a grade in each slot"};

  it("is what is stated, in the newest unit", () => {
    expect(scaleSmallestEffect(smallest_effect, null)).toEqual(smallest_effect);
  });

  it("is the same share of schools’ spread in an older unit", () => {
    expect(scaleSmallestEffect(smallest_effect, {newest: 8, reported: 16})).toMatchObject({
      value: 2,
      why: expect.stringContaining("spread")
    });
  });

  it("refuses a spread of nothing", () => {
    expect(() => scaleSmallestEffect(smallest_effect, {newest: 0, reported: 16})).toThrow("positive");
  });
});
