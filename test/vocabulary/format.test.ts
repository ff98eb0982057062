import {describe, expect, it} from "vitest";
import * as f from "../../src/vocabulary/format.ts";

describe("numbers in words", () => {
  it("have a true minus, and none before zero", () => {
    expect([f.number(-0.44, 1), f.number(-0.04, 1), f.number(1234.5, 0)]).toEqual(["−0.4", "0.0", "1,235"]);
  });

  it("show the sign of a change, but none before zero", () => {
    expect([f.signed(1.94, 1), f.signed(-0.4, 1), f.signed(0.01, 1)]).toEqual(["+1.9", "−0.4", "0.0"]);
  });

  it.each([
    [1, "percentage points", "1 percentage point"],
    [1, "vacancies per 100 teachers", "1 vacancy per 100 teachers"],
    [1, "pupils per teacher", "1 pupil per teacher"],
    [2, "points", "2 points"],
    [-20, "£ per pupil", "−£20 per pupil"]
  ])("%d in %s is %s", (value, unit, text) => {
    expect(f.quantity(value, {unit, digits: 0})).toBe(text);
  });

  it("put the sign of an amount of money before the pound", () => {
    const printed = {unit: "£ per pupil", digits: 0};
    expect([f.signedQuantity(20, printed), f.signedQuantity(-20, printed)]).toEqual([
      "+£20 per pupil",
      "−£20 per pupil"
    ]);
  });

  it("say less than where a size would print as zero", () => {
    expect(f.size(-0.04, {unit: "points", digits: 1})).toBe("less than 0.1 points");
  });

  it("say beside zero where a limit would print as it", () => {
    expect(f.limits({low: 0.04, high: 1.96}, 1)).toBe("just above 0 to 2.0");
  });

  it.each([
    [0.9, 2.6, "between 0.9 and 2.6 percentage points", "+0.9 to +2.6 percentage points"],
    [0.91, 0.94, "0.9 percentage points", "+0.9 percentage points"],
    [0.01, 0.02, "less than 0.1 percentage points", "0.0 percentage points"],
    [0.01, 0.3, "between 0.0 and 0.3 percentage points", "0.0 to +0.3 percentage points"]
  ])("give the range of %d and %d, and one number where both print alike", (from, to, plain, withSigns) => {
    const printed = {unit: "percentage points", digits: 1};
    expect([f.span(from, to, printed), f.signedSpan({from, to}, printed)]).toEqual([plain, withSigns]);
  });

  it("give a range of money with the pound at both ends", () => {
    const printed = {unit: "£ per pupil", digits: 0};
    expect([f.span(20, 35, printed), f.signedSpan({from: -20, to: 35}, printed)]).toEqual([
      "between £20 and £35 per pupil",
      "−£20 to +£35 per pupil"
    ]);
  });

  it("refuse to print an interval where there is none", () => {
    expect(() => f.limits({low: null, high: null}, 1)).toThrow("without limits");
  });

  it("have the decimals of the measure, however wide the interval", () => {
    const effect = (value: number, se: number) => ({
      from: value,
      to: value,
      low: value - 1.96 * se,
      high: value + 1.96 * se
    });
    expect([0.012, 0.36, 1.2, 35].map((se) => f.chooseDigits(effect(0.3, se), 1))).toEqual([1, 1, 1, 1]);
  });

  it("take a decimal more where a clear effect would print as zero, and none for a limit", () => {
    expect(f.chooseDigits({from: 0.02, to: 0.03, low: 0.01, high: 0.05}, 1)).toBe(2);
    expect(f.chooseDigits({from: 0.02, to: 0.03, low: -0.01, high: 0.07}, 1)).toBe(1);
    expect(f.chooseDigits({from: 0.02, to: 1.3, low: 0.01, high: 2.56}, 1)).toBe(1);
  });

  it("print what someone stated as stated", () => {
    expect([f.stated(0.5, "points"), f.stated(1, "points"), f.stated(0.064, "points")]).toEqual([
      "0.5 points",
      "1 point",
      "0.064 points"
    ]);
  });

  it("give costs two figures", () => {
    expect([f.pounds(12_345), f.pounds(-43.21)]).toEqual(["£12,000", "−£43"]);
  });

  it("are never certain", () => {
    expect([f.chance(1), f.chance(0), f.chance(0.62)]).toEqual(["more than 95%", "less than 5%", "about 60%"]);
  });
});
