import {describe, expect, it} from "vitest";
import {weighPairs} from "../../../src/library/matching/pair-weights.ts";

const treated = Uint8Array.of(1, 1, 1, 0, 0, 0);
const pair = (a: number, b: number) => ({treated: a, comparator: b});

describe("weighPairs(treated, pairs)", () => {
  it("weighs 1 whoever is paired once, and numbers the sets", () => {
    const {weights, sets} = weighPairs(treated, [pair(0, 4), pair(2, 3)]);
    expect([...weights]).toEqual([1, 0, 1, 1, 1, 0]);
    expect([...sets!]).toEqual([0, -1, 1, 1, 0, -1]);
  });

  it("shares a treated row out among its comparators, which add up to their number", () => {
    const {weights} = weighPairs(treated, [pair(0, 3), pair(0, 4), pair(1, 5)]);
    // Shares ½, ½ and 1 add up to 2, for three comparators.
    expect([...weights.slice(3)]).toEqual([0.75, 0.75, 1.5]);
  });

  it("adds up what a comparator is to several, and then knows no sets", () => {
    const {weights, sets} = weighPairs(treated, [pair(0, 3), pair(1, 3), pair(2, 4)]);
    expect([...weights]).toEqual([1, 1, 1, 4 / 3, 2 / 3, 0]);
    expect(sets).toBeNull();
  });
});
