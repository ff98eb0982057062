import {describe, expect, it} from "vitest";
import {oddYearWords} from "../../../src/analysis/evidence/odd-year.ts";

const terms = {better: "higher", unit: "points", digits: 1, partly_collected: false} as const;
const preTreatmentDip = {effect: {from: -2, to: -1.5}, odd: "dip"} as const;

describe("oddYearWords(before, terms)", () => {
  it("names a dip as a bad year, with the range of both estimates", () => {
    expect(oddYearWords(preTreatmentDip, terms)).toMatch(
      /a dip \(−2\.0 points to −1\.5 points beyond what was expected\): .* after a bad year/
    );
  });

  it("names the same dip as a good year where lower is better", () => {
    expect(oddYearWords(preTreatmentDip, {...terms, better: "lower"})).toContain("after a good year");
  });

  it("names a dip in what is only partly collected in a closing year as that", () => {
    expect(oddYearWords(preTreatmentDip, {...terms, better: "lower", partly_collected: true})).toContain(
      "only partly collected"
    );
  });

  it("gives one size where both estimates print alike", () => {
    expect(oddYearWords({effect: {from: 1.51, to: 1.52}, odd: "spike"}, terms)).toMatch(
      /a spike \(\+1\.5 points beyond .* after a good year/
    );
  });
});
