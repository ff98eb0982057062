import {describe, expect, it} from "vitest";
import {listCannot} from "../../src/words/cannot.ts";
import {madeResult} from "../support/made-result.ts";

const openness = {evidence: "Leavers are unknown.", domain: "attainment"} as const;

describe("listCannot(result, openness)", () => {
  it("has what the kind’s membership cannot show", () => {
    expect(listCannot(madeResult(), openness)).toContain("Who was a member: Leavers are unknown.");
  });

  it("says that the truth may lie outside the range where neither assumption is right", () => {
    expect(listCannot(madeResult(), openness).join()).toContain("outside the range");
  });

  it("says nothing of how roles are told: sources name them", () => {
    expect(listCannot(madeResult(), openness).join()).not.toMatch(/No source names|earlier results/);
  });

  it("counts schools that were also in another type of partnership", () => {
    expect(listCannot(madeResult({overlapping: 7}), openness).join()).toContain("7 of 312 schools were also");
  });

  it("counts schools that joined about years without results", () => {
    const cohorts = [{cohort: 2021, schools: 4, partnerships: 2, straddles_gap: true}];
    expect(listCannot(madeResult({cohorts}), openness).join()).toContain("4 schools joined");
  });

  it("counts those that could not be compared", () => {
    const attrition = [
      {step: "listed", schools: 400, lost: null},
      {step: "compared", schools: 312, lost: "88: no results"}
    ];
    expect(listCannot(madeResult({attrition}), openness).join()).toContain("Of 400 schools listed, 88");
  });

  it("speaks of the closing year only of behaviour", () => {
    const behaviour = listCannot(madeResult(), {...openness, domain: "behaviour"});
    expect(behaviour.length - listCannot(madeResult(), openness).length).toBe(1);
  });

  it("warns of small numbers below three schools", () => {
    expect(listCannot(madeResult({schools: 2}), openness).join()).toContain("Small numbers: 2 schools");
  });
});
