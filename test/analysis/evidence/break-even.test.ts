import {describe, expect, it} from "vitest";
import {computeBreakEven, breakEvenWords} from "../../../src/analysis/evidence/break-even.ts";

const outlay = {cost: 100, benefit: 60, years: 2, persistence: 1};

describe("breakEvenOf(outlay)", () => {
  it("is the year in which the sum of benefits reaches the sum of costs", () => {
    expect(computeBreakEven(outlay)).toBe(4);
  });

  it("is later where the benefit fades: 60 + 60 + 48 + 38.4 against 200", () => {
    expect(computeBreakEven({...outlay, persistence: 0.8})).toBe(4);
    expect(computeBreakEven({...outlay, persistence: 0.7})).toBe(5);
  });

  it("is never where what is left of it does not add up to the cost", () => {
    expect(computeBreakEven({...outlay, persistence: 0.1})).toBeNull();
  });

  it("is the first year where a year’s benefit covers its cost", () => {
    expect(computeBreakEven({...outlay, benefit: 100})).toBe(1);
  });

  it("refuses a persistence that is not a share", () => {
    expect(() => computeBreakEven({...outlay, persistence: 1.1})).toThrow("share");
  });

  it("is told with the persistence that it takes for granted", () => {
    expect(breakEvenWords(outlay)).toBe(
      "It has paid for itself after 4 years, if 100% of the benefit of one year is left in the next once membership ends."
    );
  });
});
