import {describe, expect, test} from "vitest";
import {found, linesOfWays, misleadingWords, notAsked, steady} from "../../dashboards/components/ways-of-asking.ts";
import type {Alternative} from "../../src/results.ts";
import {effect} from "./made-up-result.ts";

const way = (label: string, value: number, half: number | null, rest: Partial<Alternative> = {}): Alternative => ({
  ...effect(value, half),
  group: "base",
  label,
  headline: false,
  misleading: null,
  ...rest
});

const headline = way("mean of years −4 to −2", 1.9, 0.7, {headline: true});
const scale = {unit: "percentage points", digits: 1};

describe("the lines of the chart", () => {
  test("begin with the headline, and go on under what was changed, in the order in which they were asked", () => {
    const lines = linesOfWays([
      way("imputation", 9, 1, {group: "estimator"}),
      way("all schools", 2, 1, {group: "comparators"}),
      headline,
      way("same region", 1, 1, {group: "comparators"})
    ]);
    expect(lines.map(({heading, way: one}) => heading ?? one!.label)).toEqual([
      "mean of years −4 to −2",
      "Who is compared with",
      "all schools",
      "same region",
      "Method",
      "imputation"
    ]);
  });

  test("leave out what could not be asked, which is told beneath", () => {
    const absent = way("lowest counts", 0, null, {absent: "nothing is hidden in this measure."});
    expect(linesOfWays([headline, absent]).length).toBe(1);
    expect(notAsked([headline, absent])).toBe("Could not be asked: lowest counts (nothing is hidden in this measure).");
    expect(notAsked([headline])).toBe("");
  });
});

describe("how steady an answer is", () => {
  test("counts intervals that include no difference, and leaves out ways that mislead", () => {
    const ways = [
      headline,
      way("two years before", 0.4, 0.9),
      way("the year before", 6, 1, {misleading: "schools are often chosen after a bad year"})
    ];
    expect(steady(ways, scale)).toBe(
      "In 2 reasonable ways of asking, the figure lies between +0.4 and +1.9 percentage points; in 1 of them the interval includes no difference."
    );
    expect(misleadingWords(ways)).toBe("“the year before” misleads: schools are often chosen after a bad year.");
  });

  test("says how many have an interval where some have none", () => {
    expect(steady([headline, way("one", 1, null)], scale)).toContain(
      "1 have an interval; in none of them the interval includes no difference"
    );
  });

  test("claims nothing where there is one way alone", () => {
    expect(steady([headline], scale)).toBe("No other way of asking has an answer here.");
  });
});

test("an answer without an interval says so", () => {
  expect([found(headline, 1), found(way("one", -0.3, null), 1)]).toEqual(["+1.9 (1.2 to 2.6)", "−0.3 (no interval)"]);
});
