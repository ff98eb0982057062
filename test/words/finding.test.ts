import {describe, expect, it} from "vitest";
import {findingRulesOut, findingSentence, findingTitle, type Finding} from "../../src/words/finding.ts";
import {madeEffect} from "../support/made-result.ts";

const basis = "Multi-academy trusts, primary: 312 schools in 42 partnerships, 2012/13 to 2018/19";
const finding: Finding = {
  effect: madeEffect(1.4, 2.2, 0.04, 2.6),
  verdict: "better",
  strength: "low",
  better: "higher",
  unit: "percentage points",
  digits: 1,
  smallest_effect: 1,
  subject: "share of pupils reaching the standard of their age",
  stated_in: null,
  schools: "supported schools",
  of: "Multi-academy trusts",
  basis,
  interval: "95% interval",
  detectable: 1.04,
  too_few: {title: "too few partnerships to say", sentence: "Too few to say: 3 schools in 1 partnership."}
};
const absence = {...finding, better: "lower", subject: "share of sessions missed", smallest_effect: 0.5} as const;

describe("a finding in words", () => {
  it("is the range of both estimates, with the union of intervals, type, phase, counts, years and strength", () => {
    expect([findingTitle(finding), findingSentence(finding)]).toEqual([
      "Supported schools, Multi-academy trusts, did better than expected: +1.4 to +2.2 percentage points",
      `Compared with what was expected of them, the share of pupils reaching the standard of their age in supported schools stood between 1.4 and 2.2 percentage points higher (95% interval just above 0 to 2.6; ${basis}; strength of evidence: low). Higher is better.`
    ]);
  });

  it("is one figure where both estimates print alike", () => {
    expect(findingSentence({...finding, effect: madeEffect(1.41, 1.44, 1, 2)})).toContain(
      "stood 1.4 percentage points higher"
    );
  });

  it("is said to be less than the smallest effect of interest where both estimates are", () => {
    const small = " It is less than the smallest effect of interest, 3 percentage points.";
    expect(findingSentence({...finding, smallest_effect: 3})).toContain(small);
    expect(findingSentence({...finding, smallest_effect: 2})).not.toContain("smallest effect");
  });

  it("is told as worse as plainly", () => {
    const worse = {...absence, effect: madeEffect(0.8, 0.9, 0.5, 1.2), verdict: "worse"} as const;
    expect([findingTitle(worse), findingSentence(worse)]).toEqual([
      "Supported schools, Multi-academy trusts, did worse than expected: +0.8 to +0.9 percentage points",
      expect.stringContaining("Lower is better, so this is worse.")
    ]);
  });

  it("stands lower where both estimates are below zero, the smaller size first", () => {
    const better = {...absence, effect: madeEffect(-0.9, -0.5, -1.2, -0.1), verdict: "better"} as const;
    expect([findingTitle(better), findingSentence(better)]).toEqual([
      expect.stringContaining("−0.9 to −0.5 percentage points"),
      expect.stringContaining("stood between 0.5 and 0.9 percentage points lower")
    ]);
  });

  it("is told as no difference that matters, with what can be ruled out", () => {
    const same = {...absence, effect: madeEffect(-0.1, 0.1, -0.3, 0.4), verdict: "same"} as const;
    expect([findingSentence(same), findingRulesOut(same)]).toEqual([
      `No difference that matters: compared with what was expected of them, the share of sessions missed in supported schools stood between 0.1 percentage points lower and 0.1 percentage points higher (95% interval −0.3 to 0.4; ${basis}; strength of evidence: low).`,
      "A change of 0.5 percentage points or more, either way, can be ruled out."
    ]);
  });

  it("is told as unclear with what can be ruled out and the smallest effect that would have been seen", () => {
    const unclear = {...finding, effect: madeEffect(0.2, 0.6, -0.7, 1.9), verdict: "unclear"} as const;
    expect([findingTitle(unclear), findingSentence(unclear).slice(0, 59), findingRulesOut(unclear)]).toEqual([
      "Supported schools, Multi-academy trusts: no clear difference",
      "No clear difference: compared with what was expected of the",
      "An improvement of more than 1.9 percentage points can be ruled out, and so can a worsening of more than 0.7 percentage points. The smallest effect that would have been seen four times in five is 1.0 percentage points."
    ]);
  });

  it("rules out the other way round where lower is better", () => {
    const unclear = {...absence, effect: madeEffect(0.2, 0.6, -0.7, 1.9), verdict: "unclear"} as const;
    expect(findingRulesOut(unclear)).toMatch(/^An improvement of more than 0\.7 .* worsening of more than 1\.9/);
  });

  it("claims nothing of schools that were already changing", () => {
    const already = {...finding, verdict: "already"} as const;
    expect([findingTitle(already), findingSentence(already), findingRulesOut(already)]).toEqual([
      "Supported schools, Multi-academy trusts: already changing before joining",
      expect.stringMatching(/^Already changing before joining: .* so nothing is claimed\.$/),
      null
    ]);
  });

  it("claims nothing where the evidence is too weak, and gives the figure all the same", () => {
    const weak = {...finding, verdict: "too_weak", strength: "very_low"} as const;
    expect([findingTitle(weak), findingSentence(weak)]).toEqual([
      "Supported schools, Multi-academy trusts: evidence too weak to say",
      expect.stringMatching(/^Too weak to say: .*between 1\.4 and 2\.2 .*strength of evidence: very low\)\.$/)
    ]);
  });

  it("names no side of a measure of which neither is better", () => {
    const higher = {...finding, better: "neither", verdict: "higher"} as const;
    expect([findingTitle(higher), findingSentence(higher)]).toEqual([
      expect.stringContaining("went up against what was expected"),
      expect.stringContaining("Neither higher nor lower is better.")
    ]);
  });

  it("names the scale where years on several were put together", () => {
    const standardised = {...finding, stated_in: {year: 2025, label: "Attainment 8"}} as const;
    expect(findingSentence(standardised)).toContain("(in the unit of Attainment 8, 2024/25)");
  });
});
