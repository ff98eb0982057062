import {describe, expect, test} from "vitest";
import {inSpaceSentence, inTimeSentence, leaveOneOutSentence} from "../../dashboards/components/chance.ts";
import {askedWords} from "../../dashboards/components/comparators-of.ts";
import {comparedSentence} from "../../dashboards/components/compared.ts";
import {byDifference, likenessTitle, ZONES, zoneOf} from "../../dashboards/components/likeness.ts";
import {design} from "../../src/design.ts";
import type {Balance} from "../../src/results.ts";
import {measure} from "./made-up.ts";
import {effect, result} from "./made-up-result.ts";

const scale = {unit: "percentage points", digits: 1};

const balance = (rest: Partial<Balance> = {}): Balance => ({
  method: "ten nearest",
  pool: 11234,
  used: 1180,
  effective: 640.4,
  dropped: [],
  rows: [
    {covariate: "a", label: "Absence", before: 0.2, after: 0.03},
    {covariate: "b", label: "Results", before: -0.8, after: -0.14}
  ],
  largest_after: 0.14,
  ...rest
});

describe("who is compared", () => {
  test("is told with how many were chosen from how many, and what they are worth", () => {
    expect(comparedSentence(result(), balance())).toBe(
      "312 supported schools in 42 partnerships are compared with 1,180 similar schools, chosen from 11,234 that had not joined. They are worth as much as 640 that count alike."
    );
  });

  test("is told with a warning where a few count for most", () => {
    expect(comparedSentence(result(), balance({effective: 200}))).toMatch(/A few of them count for much more/);
  });

  test("is asked for in words", () => {
    const notes = {measures: [measure("higher")], kinds: [{id: "mat", label: "Multi-academy trusts"}] as never};
    const asked = {measure: "ks2_expected", kind: "mat", phase: "primary", role: "supporter"} as const;
    expect(askedWords(asked, notes)).toBe(
      "Reading, writing and maths at 11; multi-academy trusts; supporter primary schools"
    );
  });
});

describe("likeness", () => {
  test("is told by the largest difference that is left, whichever way it lies", () => {
    expect(likenessTitle(balance({largest_after: -0.14}))).toBe("Largest difference left: 0.14 standard deviations");
    expect(byDifference(balance().rows).map(({label}) => label)).toEqual(["Results", "Absence"]);
  });

  test("has the zones of the analysis plan", () => {
    expect(ZONES).toEqual(design.matching.balance);
    expect([0.05, -0.06, 0.25, -0.3].map(zoneOf)).toEqual(["alike", "adjusted for", "adjusted for", "not comparable"]);
  });
});

describe("dates and partnerships that never were", () => {
  test("give no clear difference where the interval holds zero, and a caution where it does not", () => {
    expect(inTimeSentence(effect(0.2, 0.9), scale)).toBe(
      "Taking schools to have joined three years early gives no clear difference, as it should: +0.2 percentage points (95% interval −0.7 to 1.1)."
    );
    expect(inTimeSentence(effect(1.2, 0.9), scale)).toMatch(/Read the headline with caution/);
    expect(inTimeSentence(effect(1.2, null), scale)).toMatch(/too few schools for an interval/);
    expect(inTimeSentence(null, scale)).toMatch(/cannot be tried here/);
  });

  test("are counted", () => {
    const hill = {draws: 999, as_far: 0, from: 0, width: 1, counts: []};
    expect(inSpaceSentence(hill)).toMatch(/^None of 999 sets/);
    expect(inSpaceSentence({...hill, as_far: 31})).toMatch(/^31 of 999 sets/);
  });
});

test("a result that hangs on one partnership says so", () => {
  const one = {lowest: -0.2, highest: 2.1, changes_verdict: true, partnerships: 42};
  expect(leaveOneOutSentence(one, scale)).toBe(
    "Leaving out one of 42 partnerships at a time, the figure lies between −0.2 and +2.1 percentage points. Without one of them the words would change: it hangs on that partnership."
  );
  expect(leaveOneOutSentence({...one, changes_verdict: false}, scale)).toMatch(/The words stay the same/);
});
