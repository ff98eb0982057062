import {describe, expect, it} from "vitest";
import {sayHowSure} from "../../src/words/how-sure.ts";
import {madeEffect, madeResult} from "../support/made-result.ts";

describe("sayHowSure(result, note)", () => {
  it("says how strong the evidence is, how likely a gain worth having, and what would have been seen", () => {
    const result = madeResult({probability: 0.62, detectable: 1.04});
    expect(sayHowSure(result, null)).toBe(
      "Strength of evidence: moderate, by the written rule. Against schools of the same intake the estimate is +2.2 percentage points, against schools with the same past +1.4 percentage points. If the comparison is fair, the chance that the effect exceeds the smallest one of interest (1 percentage point) is about 60%. The smallest effect that would have been seen four times in five is 1.0 percentage points."
    );
  });

  it("says whether a clear finding stands among many outcomes", () => {
    const family = {name: "headline", outcomes: 6, stands: false, false_discovery: true};
    expect(sayHowSure(madeResult({family}), null)).toContain("does not stand when the 6 outcomes");
  });

  it("does not ask that of an unclear one", () => {
    const family = {name: "headline", outcomes: 6, stands: false, false_discovery: false};
    expect(sayHowSure(madeResult({family, verdict: "unclear"}), null)).not.toContain("stand");
  });

  it.each(["too_few", "too_weak", "already"] as const)("gives no chance of what is %s", (verdict) => {
    const effect = verdict === "too_few" ? madeEffect(1, 2, null, null) : madeEffect(1, 2, 0.5, 3);
    expect(sayHowSure(madeResult({probability: 0.62, verdict, effect}), null)).not.toContain("chance");
  });

  it("leaves to what is ruled out the smallest effect that an unclear result would have shown", () => {
    expect(sayHowSure(madeResult({verdict: "unclear", detectable: 1}), null)).not.toContain("smallest effect");
  });

  it("ends with the note, if there is one", () => {
    expect(sayHowSure(madeResult(), "Check selection.").endsWith("Check selection.")).toBe(true);
  });
});
