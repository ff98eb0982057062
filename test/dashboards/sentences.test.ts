import fc from "fast-check";
import {expect, test} from "vitest";
import {reconciled} from "../../dashboards/components/reconciliation.ts";
import {
  finding,
  heading,
  isClear,
  lead,
  scaleOf,
  title,
  verdict,
  VERDICTS
} from "../../dashboards/components/sentences.ts";
import type {ComparisonNote, Figure, MeasureNote, Role} from "../../src/release.ts";
import {comparison, figure, measure} from "./made-up.ts";

const BANNED =
  /\b(caus\w+|because of|led to|impact\w*|effect\w*|prove[sdn]?|significant\w*|inconclusive|best|worst|top|bottom|rank\w*|league|expected to|NaN|undefined|null|Infinity)\b/i;
const CLEAR = /\b(gained|lost ground|rose against|fell against|the difference is)\b/i;
const directions: MeasureNote["better"][] = ["higher", "lower", "neither"];

const anyFigure = fc
  .tuple(
    fc.double({min: -50, max: 50, noNaN: true}),
    fc.double({min: 1e-4, max: 20, noNaN: true}),
    fc.boolean(),
    fc.integer({min: 1, max: 20000})
  )
  .map(([value, half, few, schools]): Figure =>
    few ? figure(value, null, null, schools) : figure(value, value - half, value + half, schools)
  );

test("the verdict follows from the interval and from which way is better", () => {
  expect(verdict(figure(1.9, 1.2, 2.6), "higher")).toBe("gained");
  expect(verdict(figure(1.9, 1.2, 2.6), "lower")).toBe("lost");
  expect(verdict(figure(-1.9, -2.6, -1.2), "lower")).toBe("gained");
  expect(verdict(figure(-1.9, -2.6, -1.2), "neither")).toBe("down");
  expect(verdict(figure(0.5, 0, 1), "higher")).toBe("unclear");
  expect(verdict(figure(5), "higher")).toBe("too_few");
  expect(verdict(null, "higher")).toBe("none");
});

const inPartnerships = (partnerships: number, made: ComparisonNote): ComparisonNote => ({
  ...made,
  difference: {...made.difference, partnerships}
});

test("a clear difference is told with both rates, the interval and the counts", () => {
  expect(lead([comparison(figure(1.1, 0.8, 1.4))], measure("higher"))).toEqual([
    "In supported schools the share of pupils reaching the expected standard rose by 1.2 percentage points a year after joining; in schools similar to them it changed by +0.1. The difference is +1.1 a year (95% interval 0.8 to 1.4; 312 schools in 42 partnerships). Higher is better."
  ]);
});

test("a second role goes on from the first, and one with too few schools claims nothing", () => {
  const unclear = inPartnerships(14, comparison(figure(0.1, -0.2, 0.4, 103), {role: "supporter"}));
  const few = inPartnerships(1, comparison(figure(3, null, null, 7), {role: "member"}));
  expect(lead([comparison(figure(1.1, 0.8, 1.4)), unclear, few], measure("lower")).slice(1)).toEqual([
    "In supporter schools it rose by 1.2 a year; in schools similar to them it changed by +0.1. There is no clear difference: +0.1 a year (−0.2 to 0.4; 103 schools in 14 partnerships).",
    "Too few member schools to say: 7 schools in 1 partnership. Lower is better."
  ]);
});

test("no words claim a difference that the interval does not show, and clear ones are not hidden", () => {
  fc.assert(
    fc.property(anyFigure, fc.constantFrom(...directions), (after, better) => {
      const made = comparison(after);
      const clear = isClear(verdict(after, better));
      expect(clear).toBe(after.low !== null && (after.low > 0 || after.high! < 0));
      expect(CLEAR.test(finding(made, measure(better)))).toBe(clear);
      expect(CLEAR.test(heading(made, measure(better), 1))).toBe(clear);
    })
  );
});

test("a group that did not clearly move is not said to have risen or fallen", () => {
  fc.assert(
    fc.property(anyFigure, (joined) => {
      const made = comparison(figure(1, 0.5, 1.5));
      made.rates[0] = {...made.rates[0]!, after: joined};
      const sure = joined.low !== null && (joined.low > 0 || joined.high! < 0);
      expect(/^In supported schools the share [^;]*\b(rose|fell) by/.test(finding(made, measure("higher")))).toBe(sure);
    })
  );
});

test("every sentence that claims something has its interval and counts, and none speaks of causes or ranks", () => {
  fc.assert(
    fc.property(
      anyFigure,
      fc.constantFrom(...directions),
      fc.constantFrom("native" as const, "bridged" as const),
      (after, better, scale) => {
        const sentence = finding(comparison(after), scaleOf(measure(better), {scale, segment: null}));
        expect(sentence).toMatch(/[\d,]+ schools? in 42 partnerships/);
        if (after.low !== null)
          expect(sentence).toMatch(/95% interval (just (above|below) 0|−?[\d.,]+) to (just (above|below) 0|−?[\d.,]+)/);
        expect(sentence).not.toMatch(BANNED);
      }
    )
  );
});

test("an interval that does not hold zero is never printed as touching it", () => {
  const sentence = finding(comparison(figure(0.3, 0.02, 0.58)), measure("higher"));
  expect(sentence).toContain("+0.3 a year (95% interval just above 0 to 0.6");
});

test("a comparison without yearly change says so", () => {
  expect(finding(comparison(null), measure("higher"))).toBe(
    "For supported schools there is no yearly change to give: no school has two years of results after joining."
  );
  expect(finding(comparison(null, {levels: [], rates: []}), measure("higher"))).toBe(
    "For supported schools there is nothing to compare with: too few years are published to tell which schools are similar."
  );
});

test("a position among all schools is called that", () => {
  expect(
    finding(comparison(figure(1.1, 0.8, 1.4)), scaleOf(measure("higher"), {scale: "bridged", segment: null}))
  ).toMatch(/as a position among all mainstream schools, rose by 1\.20 standard deviations a year/);
});

test("titles have at most 15 words, and verdicts are words as well as shapes", () => {
  const roles: Role[][] = [["supported"], ["supported", "supporter"], ["supported", "supporter", "member"]];
  expect(title(roles[2]!)).toBe("Supported, supporter and member schools, before and after joining");
  for (const text of roles.map(title)) {
    expect(text.split(/\s+/).length).toBeLessThanOrEqual(15);
    expect(text).not.toMatch(BANNED);
  }
  for (const {words} of Object.values(VERDICTS)) expect(words).toMatch(/^[A-Z][a-z ]+$/);
});

test("what is left unexplained between schools and printed totals is always said", () => {
  const check = {source: "a", file: "a.csv", level: "region" as const, column: "A", why: null};
  const counts = {printed: 9, exact: 5, rounding: 2, suppression: 0, not_possible: 0, unexplained: 2};
  expect(reconciled([{...check, ...counts}])).toContain("2 differences are not explained.");
  expect(reconciled([{...check, ...counts, exact: 7, unexplained: 0}])).toContain("No difference is left unexplained.");
});
