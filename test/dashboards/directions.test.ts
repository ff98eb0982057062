import fc from "fast-check";
import {expect, test} from "vitest";
import {directionOf, isOneSided, leavesZero, turned} from "../../dashboards/components/directions.ts";
import {sizeInUnit, verdictLine} from "../../dashboards/components/effect-words.ts";
import {verdictOf} from "../../src/telling/verdict.ts";
import {effect} from "./made-up-result.ts";

const anyEffect = fc
  .tuple(fc.double({min: -9, max: 9, noNaN: true}), fc.option(fc.double({min: 0.01, max: 9, noNaN: true}), {nil: null}))
  .map(([value, half]) => effect(value, half));

test("where the release gives no words the pages use its own rule", () => {
  fc.assert(
    fc.property(anyEffect, fc.constantFrom("higher", "lower", "neither"), (found, better) => {
      expect(directionOf(found, better, 1)).toBe(verdictOf(found, {better, worth: 1, equivalent: null}));
    })
  );
});

test("without a margin in the same unit nothing is said to be too small to matter", () => {
  expect(directionOf(effect(0, 0.1), "higher", null)).toBe("unclear");
});

test("a mark is filled exactly where its interval leaves zero out", () => {
  fc.assert(
    fc.property(anyEffect, (found) => {
      expect(leavesZero(directionOf(found, "lower", 1))).toBe(isOneSided(found));
    })
  );
});

test("on the common scale better is right and the low limit stays the lower one", () => {
  expect(turned({value: -1, low: -2, high: -0.5}, 2, "lower")).toEqual({value: 0.5, low: 0.25, high: 1});
  expect(turned({value: -1, low: -2, high: -0.5}, 2, "neither")).toEqual({value: -0.5, low: -1, high: -0.25});
  expect(turned(effect(3, null), 2, "higher")).toEqual({value: 1.5, low: null, high: null});
});

test("money has its sign before the pound, and other units follow the number", () => {
  expect(sizeInUnit(effect(-20, 90), {unit: "£ per pupil", digits: 0})).toBe("−£20 per pupil (−110 to 70)");
  expect(sizeInUnit(effect(1.9), {unit: "percentage points", digits: 1})).toBe("+1.9 percentage points (1.2 to 2.6)");
});

test("too few to say is said without a number", () => {
  expect(verdictLine("too_few", effect(4, null), 1)).toBe("– Too few to say");
  expect(verdictLine("better", effect(1.9), 1)).toBe("▲ Better: +1.9 (1.2 to 2.6)");
});
