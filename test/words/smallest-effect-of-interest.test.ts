import {describe, expect, it} from "vitest";
import {worthToldIn} from "../../src/words/smallest-effect-of-interest.ts";

describe("worthToldIn(worth, sd)", () => {
  const worth = {value: 1, why: "it is a tenth of a grade in each slot"};

  it("is what is stated, in the newest unit", () => {
    expect(worthToldIn(worth, null)).toEqual(worth);
  });

  it("is the same share of schools’ spread in an older unit", () => {
    expect(worthToldIn(worth, {newest: 8, told: 16})).toMatchObject({value: 2, why: expect.stringContaining("spread")});
  });

  it("refuses a spread of nothing", () => {
    expect(() => worthToldIn(worth, {newest: 0, told: 16})).toThrow("positive");
  });
});
