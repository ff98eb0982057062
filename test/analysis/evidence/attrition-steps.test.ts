import {describe, expect, it} from "vitest";
import {countAttrition} from "../../../src/analysis/evidence/attrition-steps.ts";

describe("attritionOf(steps)", () => {
  it("says at each step how many were lost, and why", () => {
    const steps = countAttrition([
      {step: "listed", schools: 1300, why: null},
      {step: "matched", schools: 1300, why: null},
      {step: "with results", schools: 90, why: "no results before joining"}
    ]);
    expect(steps.map(({lost}) => lost)).toEqual([null, null, "1,210: no results before joining"]);
  });

  it("refuses a loss without a reason", () => {
    const steps = [
      {step: "listed", schools: 3, why: null},
      {step: "matched", schools: 2, why: null}
    ];
    expect(() => countAttrition(steps)).toThrow("without a reason");
  });

  it("refuses a step with more schools than the one before", () => {
    const steps = [
      {step: "listed", schools: 3, why: null},
      {step: "matched", schools: 4, why: null}
    ];
    expect(() => countAttrition(steps)).toThrow("more schools");
  });
});
