import {expect, test} from "vitest";
import {limitPoints, QUANTILES} from "../../dashboards/components/partnership/spread-limits.ts";
import {
  chanceShare,
  spreadLead,
  spreadSentence,
  countDistinguished
} from "../../dashboards/components/partnership/spread-words.ts";
import type {Across} from "../../src/release/results.ts";

const unit = (low: number, high: number): Across["units"][number] => ({
  schools: 5,
  raw: 0,
  se: 1,
  shrunken: (low + high) / 2,
  low,
  high
});
const across = (units: Across["units"], rest: Partial<Across> = {}): Across => ({
  partnerships: units.length,
  mean: {value: 1.3, low: 0.9, high: 1.7},
  predict_low: -2.1,
  predict_high: 4.7,
  tau: 3,
  i2: 34,
  units,
  ...rest
});
const reported = {unit: "percentage points", digits: 1, role: "supported"} as const;

test("a partnership is distinguished only if its interval leaves the mean out, not zero", () => {
  expect(countDistinguished(across([unit(1.4, 3), unit(0.5, 2), unit(-3, 1.2)]))).toEqual({above: 1, below: 1});
});

test("the sentence has the mean, its interval, those distinguished and where another would lie", () => {
  expect(spreadSentence(across([unit(1.4, 3), unit(0.5, 2), unit(0, 2)]), reported)).toBe(
    "2 of 3 partnerships cannot be distinguished from the mean of +1.3 percentage points (95% interval 0.9 to 1.7) for supported schools; 1 is clearly above it and 0 clearly below. Another partnership of this kind would most likely lie between −2.1 and +4.7."
  );
  expect(spreadSentence(across([unit(0, 2), unit(0, 3)]), reported)).toMatch(
    /^None of 2 partnerships can be distinguished/
  );
});

test("the lead has both means, the union of their intervals, and says first what is too weak", () => {
  const same_trend = across([unit(1.4, 3), unit(0.5, 2), unit(-3, 1.2)]);
  const same_past = {...across([unit(0, 2), unit(0, 3), unit(0, 1)]), mean: {value: -0.2, low: -1, high: 0.6}};
  expect(spreadLead({same_trend, same_past}, {...reported, verdict: "too_weak"})).toBe(
    "Too weak to say what joining added. Of 3 partnerships with three schools or more, supported schools did −0.2 to +1.3 percentage points beyond what was expected, on average (95% interval −1.0 to 1.7, under both assumptions). Clearly above that mean: 1 of them if the same trend holds (A), 3 if the same past does (B). Clearly below: 1 and 0."
  );
  expect(spreadLead({same_trend, same_past}, {...reported, verdict: "better"})).toMatch(/^Of 3 partnerships/);
});

test("how much is more than chance is told no more finely than it is known", () => {
  expect(chanceShare(across([], {i2: 34}))).toMatch(/^About 3 tenths/);
  expect(chanceShare(across([], {i2: 12}))).toMatch(/^About 1 tenth of/);
  expect(chanceShare(across([], {i2: 0}))).toMatch(/is chance\.$/);
  expect(chanceShare(across([], {i2: 99}))).toMatch(/more than chance\.$/);
});

test("limits hold chance and the spread between partnerships: at se 4 and τ 3 they are 5 standard units apart", () => {
  const [first] = limitPoints(across([]), 2, [4, 1]);
  expect(first).toEqual({se: 4, low: 1.3 - 10, high: 1.3 + 10});
});

test("the quantiles are those of 95 % and 99.8 %", () => {
  // Abramowitz & Stegun, table 26.5
  expect(QUANTILES["95%"]).toBeCloseTo(1.959964, 6);
  expect(QUANTILES["99.8%"]).toBeCloseTo(3.090232, 6);
});
