import {describe, expect, it} from "vitest";
import {cannotOf} from "../../src/telling/cannot.ts";
import {madeResult} from "../support/made-result.ts";

const openness = {evidence: "Leavers are unknown.", roles_named: false, line: "attainment"} as const;

describe("cannotOf(result, openness)", () => {
  it("has what the kind’s membership cannot show", () => {
    expect(cannotOf(madeResult(), openness)).toContain("Who was a member: Leavers are unknown.");
  });

  it.each([
    ["supported", "low results tend to rise"],
    ["supporter", "No source names who gave support"],
    ["member", "No source names roles"]
  ] as const)("says how %s schools are taken for it", (role, words) => {
    expect(cannotOf(madeResult({role}), openness).join()).toContain(words);
  });

  it("says nothing of the rule where a list names roles", () => {
    expect(cannotOf(madeResult(), {...openness, roles_named: true}).join()).not.toContain("No source names");
  });

  it("counts schools that were also in another kind of partnership", () => {
    expect(cannotOf(madeResult({overlapping: 7}), openness).join()).toContain("7 of 312 schools were also");
  });

  it("counts schools that joined about years without results", () => {
    const cohorts = [{cohort: 2021, schools: 4, partnerships: 2, straddles_gap: true}];
    expect(cannotOf(madeResult({cohorts}), openness).join()).toContain("4 schools joined");
  });

  it("counts those that could not be compared", () => {
    const attrition = [
      {step: "listed", schools: 400, lost: null},
      {step: "compared", schools: 312, lost: "88: no results"}
    ];
    expect(cannotOf(madeResult({attrition}), openness).join()).toContain("Of 400 schools listed, 88");
  });

  it("speaks of the closing year only of behaviour", () => {
    const behaviour = cannotOf(madeResult(), {...openness, line: "behaviour"});
    expect(behaviour.length - cannotOf(madeResult(), openness).length).toBe(1);
  });

  it("warns of small numbers below three schools", () => {
    expect(cannotOf(madeResult({schools: 2}), openness).join()).toContain("Small numbers: 2 schools");
  });
});
