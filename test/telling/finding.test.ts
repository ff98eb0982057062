import {describe, expect, it} from "vitest";
import {findingRulesOut, findingSentence, findingTitle, type Finding} from "../../src/telling/finding.ts";

const finding: Finding = {
  effect: {value: 1.9, low: 1.2, high: 2.6},
  verdict: "better",
  better: "higher",
  unit: "percentage points",
  digits: 1,
  worth: 1,
  subject: "share of pupils reaching the standard of their age",
  told_in: null,
  schools: "supported schools",
  basis: "312 schools in 42 partnerships",
  interval: "95% interval",
  too_few: {title: "too few partnerships to say", sentence: "Too few to say: 3 schools in 1 partnership."}
};
const absence = {...finding, better: "lower", subject: "share of sessions missed", worth: 0.5} as const;

describe("a finding in words", () => {
  it("is told as better with its interval and counts", () => {
    expect([findingTitle(finding), findingSentence(finding)]).toEqual([
      "Supported schools did better than similar schools: +1.9 percentage points",
      "Compared with similar schools, the share of pupils reaching the standard of their age in supported schools rose by 1.9 percentage points (95% interval 1.2 to 2.6; 312 schools in 42 partnerships). Higher is better."
    ]);
  });

  it("is told to be less than worth having where it is", () => {
    expect(findingSentence({...finding, worth: 3})).toContain("less than the 3 percentage points set as worth having");
  });

  it("is told as worse as plainly", () => {
    const worse = {...absence, effect: {value: 0.8, low: 0.5, high: 1.2}, verdict: "worse"} as const;
    expect([findingTitle(worse), findingSentence(worse).slice(-42)]).toEqual([
      "Supported schools did worse than similar schools: +0.8 percentage points",
      expect.stringContaining("Lower is better, so this is worse.")
    ]);
  });

  it("is told as no difference that matters, with what can be ruled out", () => {
    const same = {...absence, effect: {value: 0.1, low: -0.3, high: 0.4}, verdict: "same"} as const;
    expect([findingSentence(same), findingRulesOut(same)]).toEqual([
      "No difference that matters: compared with similar schools, the share of sessions missed in supported schools changed by +0.1 percentage points (95% interval −0.3 to 0.4; 312 schools in 42 partnerships).",
      "A change of 0.5 percentage points or more, either way, can be ruled out."
    ]);
  });

  it("is told as unclear with both ends of what fits, and what does not", () => {
    const unclear = {...finding, effect: {value: 0.6, low: -0.7, high: 1.9}, verdict: "unclear"} as const;
    expect([findingSentence(unclear), findingRulesOut(unclear)]).toEqual([
      "No clear difference: the estimate is that the share of pupils reaching the standard of their age in supported schools rose by 0.6 percentage points compared with similar schools, and anything from a fall of 0.7 to a rise of 1.9 fits the figures (95% interval; 312 schools in 42 partnerships).",
      "An improvement of more than 1.9 percentage points can be ruled out, and so can a worsening of more than 0.7 percentage points."
    ]);
  });

  it("rules out the other way round where lower is better", () => {
    const unclear = {...absence, effect: {value: 0.6, low: -0.7, high: 1.9}, verdict: "unclear"} as const;
    expect(findingRulesOut(unclear)).toMatch(/^An improvement of more than 0\.7 .* worsening of more than 1\.9/);
  });

  it("names no side of a measure of which neither is better", () => {
    const higher = {...finding, better: "neither", verdict: "higher"} as const;
    expect([findingTitle(higher), findingSentence(higher)]).toEqual([
      "Supported schools went up against similar schools: +1.9 percentage points",
      expect.stringContaining("Neither higher nor lower is better.")
    ]);
  });

  it("names the scale where years on several were put together", () => {
    const bridged = {...finding, told_in: {year: 2025, label: "Attainment 8"}} as const;
    expect(findingSentence(bridged)).toContain("(told as Attainment 8, 2024/25)");
  });
});
