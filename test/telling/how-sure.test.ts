import {describe, expect, it} from "vitest";
import {howSureOf} from "../../src/telling/how-sure.ts";
import {madeResult} from "../support/made-result.ts";

describe("howSureOf(result, note)", () => {
  it("says how strong the evidence is, how likely a gain worth having, and what would have been seen", () => {
    const result = madeResult({probability: {flat: 0.62, shrunken: 0.41}, detectable: 1.04});
    expect(howSureOf(result, null)).toBe(
      "Strength of evidence: moderate, by the written rule. The chance that schools did better by more than the 1 percentage point set as worth having is about 60%, and about 40% once it is drawn towards other results of its sort. A difference of 1.0 percentage points would have been seen four times in five."
    );
  });

  it("says whether a clear finding stands among many outcomes", () => {
    const family = {name: "headline", outcomes: 6, stands: false, false_discovery: true};
    expect(howSureOf(madeResult({family}), null)).toContain("does not stand when the 6 outcomes");
  });

  it("does not ask that of an unclear one", () => {
    const family = {name: "headline", outcomes: 6, stands: false, false_discovery: false};
    expect(howSureOf(madeResult({family, verdict: "unclear"}), null)).not.toContain("stand");
  });

  it("ends with the note, if there is one", () => {
    expect(howSureOf(madeResult(), "Check selection.").endsWith("Check selection.")).toBe(true);
  });
});
