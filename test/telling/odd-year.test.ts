import {describe, expect, it} from "vitest";
import {oddYearWords} from "../../src/telling/odd-year.ts";

const terms = {better: "higher", unit: "points", digits: 1, partly_collected: false} as const;
const dip = {estimate: -2, p: 0.001, odd: "dip"} as const;

describe("oddYearWords(before, terms)", () => {
  it("names a dip as a bad year, with its size", () => {
    expect(oddYearWords(dip, terms)).toMatch(/a dip \(−2.0 points .* after a bad year/);
  });

  it("names the same dip as a good year where lower is better", () => {
    expect(oddYearWords(dip, {...terms, better: "lower"})).toContain("after a good year");
  });

  it("names a dip in what is only partly collected in a closing year as that", () => {
    expect(oddYearWords(dip, {...terms, better: "lower", partly_collected: true})).toContain("only partly collected");
  });

  it("says nothing of an ordinary year", () => {
    expect(oddYearWords({estimate: -0.1, p: 0.6, odd: null}, terms)).toBeNull();
  });
});
