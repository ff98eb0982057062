import fc from "fast-check";
import {expect, test} from "vitest";
import {roundBracket} from "../../../src/analysis/effects/bracket.ts";
import type {Estimated} from "../../../src/analysis/effects/estimated.ts";
import {judgeEquivalence, judgeVerdict} from "../../../src/analysis/evidence/verdict.ts";
import {criticalValue} from "../../../src/analysis/effects/student-interval.ts";

const made = (estimate: number, se: number, degrees: number, wider = 1): Estimated => ({
  estimate,
  se,
  degrees,
  critical: wider * criticalValue(degrees),
  method: wider === 1 ? "analytic" : "randomisation",
  p: 0.5
});

const terms = (same_trend: Estimated, same_past: Estimated, margin: number) => {
  const estimated = {same_trend, same_past};
  const effect = roundBracket(estimated, 1);
  const equivalence = judgeEquivalence(effect, estimated, {unit: 1, margin})!;
  return {effect, equivalence, equivalent: equivalence.equivalent};
};
const verdictOn = ({effect, equivalent}: ReturnType<typeof terms>) =>
  judgeVerdict(effect, {better: "higher", equivalent, already: false, strength: "moderate"});

test("both tests pass and the printed interval lies within the margin: no difference that matters", () => {
  expect(verdictOn(terms(made(0.1, 0.2, 60), made(-0.1, 0.2, 60), 1))).toBe("same");
});

test("both tests pass at 5 %, but the printed interval reaches the margin: no clear difference", () => {
  const close = terms(made(0.1, 0.5, 60), made(-0.05, 0.5, 60), 1);
  expect(close.equivalence.high).toBeLessThan(1);
  expect(close.effect.high).toBeGreaterThan(1);
  expect(verdictOn(close)).toBe("unclear");
});

test("an interval by randomisation that reaches the margin speaks against it, whatever Student’s t says", () => {
  expect(verdictOn(terms(made(0, 0.4, 60, 1.5), made(0, 0.4, 60, 1.5), 1))).toBe("unclear");
});

test("no verdict contradicts the interval printed beside it", () => {
  const one = fc.record({
    estimate: fc.double({min: -3, max: 3, noNaN: true}),
    se: fc.double({min: 0.01, max: 2, noNaN: true}),
    degrees: fc.integer({min: 4, max: 200}),
    wider: fc.double({min: 0.8, max: 2, noNaN: true})
  });
  fc.assert(
    fc.property(one, one, fc.double({min: 0.1, max: 3, noNaN: true}), (a, b, margin) => {
      const found = terms(
        made(a.estimate, a.se, a.degrees, a.wider),
        made(b.estimate, b.se, b.degrees, b.wider),
        margin
      );
      const {low, high} = found.effect;
      const verdict = verdictOn(found);
      if (verdict === "same") expect(low! > -margin && high! < margin).toBe(true);
      if (verdict === "better") expect(low).toBeGreaterThan(0);
      if (verdict === "worse") expect(high).toBeLessThan(0);
      if (low! <= 0 && high! >= 0) expect(["same", "unclear"]).toContain(verdict);
    })
  );
});
