import {expect, test} from "vitest";
import {isClaim, mayFill, readVerdicts, turnBetter} from "../../dashboards/components/ui/directions.ts";
import {sizeInUnit, verdictLine} from "../../dashboards/components/ui/effect-words.ts";
import {makeIndexRow} from "../../src/analysis/index-row.ts";
import {effect, result} from "./example-result.ts";

test("every letter of the index is the verdict that it was written for, and another is a fault", () => {
  const verdicts = ["better", "worse", "higher", "lower", "same", "unclear", "already", "too_weak", "too_few"] as const;
  for (const verdict of verdicts) {
    const row = makeIndexRow({...result(), period_verdicts: {early: verdict, development: null, longer_term: verdict}});
    expect(readVerdicts(row.period_verdicts!)).toEqual([verdict, null, verdict]);
  }
  expect(() => readVerdicts("b?")).toThrow(/“\?”/);
});

test("nothing is filled where evidence is too weak or schools too few, and what was changing already is no claim", () => {
  expect((["too_weak", "too_few", "already", "better"] as const).map(mayFill)).toEqual([false, false, true, true]);
  expect((["too_weak", "too_few", "already", "better"] as const).map(isClaim)).toEqual([false, false, false, true]);
});

test("on the common scale better is right, and the smaller ends stay the smaller", () => {
  const found = {from: -1, to: -0.8, low: -2, high: -0.5};
  expect(turnBetter(found, 2, "lower")).toEqual({from: 0.4, to: 0.5, low: 0.25, high: 1});
  expect(turnBetter(found, 2, "neither")).toEqual({from: -0.5, to: -0.4, low: -1, high: -0.25});
  expect(turnBetter(effect(3, null), 2, "higher")).toEqual({from: 1.5, to: 1.5, low: null, high: null});
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
