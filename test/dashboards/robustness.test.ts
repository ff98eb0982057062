import {describe, expect, test} from "vitest";
import {
  checkWords,
  breakLines,
  misleadingWords,
  steady,
  unanswered
} from "../../dashboards/components/comparison/robustness-words.ts";
import type {RobustnessCheck} from "../../src/release/results.ts";
import {effect} from "./example-result.ts";

const check = (
  label: string,
  value: number,
  half: number | null,
  rest: Partial<RobustnessCheck> = {}
): RobustnessCheck => ({
  group: "base",
  label,
  headline: false,
  effect: effect(value, half),
  estimate: null,
  misleading: null,
  absent: null,
  ...rest
});
const alone = (label: string, value: number, low: number | null): RobustnessCheck =>
  check(label, 0, null, {
    group: "estimator",
    effect: null,
    estimate: {value, se: null, low, high: low === null ? null : value + (value - low), sides_with: "same_past"}
  });

const scale = {unit: "percentage points", digits: 1};
const headline = check("mean of years −4 to −2", 1.9, 0.7, {headline: true});

describe("robustness checks", () => {
  test("stand under what they change, the headline first, in the order in which they were made", () => {
    const lines = breakLines([
      alone("imputation", 9, 8),
      check("all schools", 2, 1, {group: "comparators"}),
      headline,
      check("other authorities", 1, 1, {group: "comparators"})
    ]);
    expect(lines.map(({heading, check: one}) => heading ?? one.label)).toEqual([
      "mean of years −4 to −2",
      "Donor pool",
      "all schools",
      "other authorities",
      "Estimator",
      "imputation"
    ]);
  });

  test("leave out what has no answer, which is told beneath", () => {
    const absent = check("lowest counts", 0, null, {effect: null, absent: "nothing is hidden in this measure."});
    expect(breakLines([headline, absent]).length).toBe(1);
    expect(unanswered([headline, absent])).toBe(
      "Without an answer: lowest counts (nothing is hidden in this measure)."
    );
    expect(unanswered([headline])).toBe("");
  });
});

describe("how steady an answer is", () => {
  test("counts intervals that include no effect, and leaves out what misleads", () => {
    const checks = [
      headline,
      check("two years before", 0.4, 0.9),
      check("the year before", 6, 1, {misleading: "schools are often chosen after a bad year"})
    ];
    expect(steady(checks, scale)).toBe(
      "In 2 reasonable specifications the estimates lie between +0.4 and +1.9 percentage points; the interval of 1 includes no effect."
    );
    expect(misleadingWords(checks)).toBe("“the year before” misleads: schools are often chosen after a bad year.");
  });

  test("says how many have an interval where some are points alone", () => {
    expect(steady([headline, alone("synthetic", 1, null)], scale)).toContain(
      "1 of them have an interval; the interval of none includes no effect"
    );
  });

  test("claims nothing where there is one alone", () => {
    expect(steady([headline], scale)).toBe("No other specification has an answer here.");
  });
});

test("an estimate of one assumption says with which it sides, and a point has no interval", () => {
  expect([checkWords(headline, 1), checkWords(alone("one", -0.3, null), 1)]).toEqual([
    "+1.9 (95%: 1.2 to 2.6)",
    "−0.3, sides with same past"
  ]);
});
