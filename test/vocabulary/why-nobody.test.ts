import {expect, test} from "vitest";
import {partnershipTypes} from "../../src/vocabulary/partnership-types/index.ts";
import {whyNobody} from "../../src/vocabulary/why-nobody.ts";

const why = (id: string, ...read: string[]) => whyNobody(partnershipTypes[id].membership, new Set(read));

test("a rule that reads inspections picks nobody where there are none", () => {
  expect(why("rise_rule", "ks4_performance", "gias_group_links")).toBe(
    "No file of inspections is in this release, so the rule picks nobody."
  );
  for (const id of ["ofsted_inspections", "ofsted_latest", "ofsted_judgements", "ofsted_year_to_date"])
    expect(why("rise_rule", id)).toBeNull();
});

test("a type that the register keeps lacks its groups, and one of lists its list", () => {
  expect(why("multi_academy_trust", "ks4_performance")).toContain("register");
  expect(why("multi_academy_trust", "gias_group_links")).toBeNull();
  expect(why("rise_pairing", "gias_group_links")).toBe("No list of its members is in this release.");
});

test("where a type’s areas are carried along, nothing that is missing explains why nobody is in it", () => {
  const ofAreas = Object.entries(partnershipTypes).find(([, {membership}]) => membership.includes("geography"))!;
  expect(why(ofAreas[0])).toBeNull();
});
