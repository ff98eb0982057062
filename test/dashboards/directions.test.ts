import fc from "fast-check";
import {expect, test} from "vitest";
import {nameDirection, isClaim, isOneSided, mayFill, turned} from "../../dashboards/components/ui/directions.ts";
import {sizeInUnit, verdictLine} from "../../dashboards/components/ui/effect-words.ts";
import {judgeVerdict} from "../../src/analysis/evidence/verdict.ts";
import {effect} from "./example-result.ts";

const anyEffect = fc
  .tuple(fc.double({min: -9, max: 9, noNaN: true}), fc.option(fc.double({min: 0.01, max: 9, noNaN: true}), {nil: null}))
  .map(([value, half]) => effect(value, half));

test("where the release gives no words the pages use its own rule", () => {
  fc.assert(
    fc.property(anyEffect, fc.constantFrom("higher", "lower", "neither"), (found, better) => {
      const equivalent = found.low !== null && found.low > -1 && found.high! < 1;
      expect(nameDirection(found, better, 1)).toBe(
        judgeVerdict(found, {better, equivalent, already: false, strength: null})
      );
    })
  );
});

test("without a margin in the same unit nothing is said to be too small to matter", () => {
  expect(nameDirection(effect(0, 0.1), "higher", null)).toBe("unclear");
});

test("of one period, a mark is filled exactly where its interval leaves zero out", () => {
  fc.assert(
    fc.property(anyEffect, (found) => {
      expect(isClaim(nameDirection(found, "lower", 1))).toBe(isOneSided(found));
    })
  );
});

test("nothing is filled where evidence is too weak or schools too few, and what was changing already is no claim", () => {
  expect((["too_weak", "too_few", "already", "better"] as const).map(mayFill)).toEqual([false, false, true, true]);
  expect((["too_weak", "too_few", "already", "better"] as const).map(isClaim)).toEqual([false, false, false, true]);
});

test("on the common scale better is right, and the smaller ends stay the smaller", () => {
  const found = {from: -1, to: -0.8, low: -2, high: -0.5};
  expect(turned(found, 2, "lower")).toEqual({from: 0.4, to: 0.5, low: 0.25, high: 1});
  expect(turned(found, 2, "neither")).toEqual({from: -0.5, to: -0.4, low: -1, high: -0.25});
  expect(turned(effect(3, null), 2, "higher")).toEqual({from: 1.5, to: 1.5, low: null, high: null});
});

test("an effect is told from one assumption to the other, with the interval that holds under either", () => {
  expect(sizeInUnit(effect(1.9, 0.7, 0.6), {unit: "points", digits: 1})).toBe("+1.9 to +2.5 points (95%: 1.2 to 3.2)");
  expect(sizeInUnit(effect(1.9), {unit: "percentage points", digits: 1})).toBe(
    "+1.9 percentage points (95%: 1.2 to 2.6)"
  );
});

test("money has its sign before the pound", () => {
  expect(sizeInUnit(effect(-20, 90), {unit: "£ per pupil", digits: 0})).toBe("−£20 per pupil (95%: −110 to 70)");
  expect(sizeInUnit(effect(-20, 90, 30), {unit: "£ per pupil", digits: 0})).toBe(
    "−£20 to +£10 per pupil (95%: −110 to 100)"
  );
});

test("too few to say is said without a number", () => {
  expect(verdictLine("too_few", effect(4, null), 1)).toBe("– Too few to say");
  expect(verdictLine("better", effect(1.9), 1)).toBe("▲ Better: +1.9 (95%: 1.2 to 2.6)");
});
