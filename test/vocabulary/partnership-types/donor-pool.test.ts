import {describe, expect, test} from "vitest";
import {nameDonorPool, isGovernance} from "../../../src/vocabulary/partnership-types/donor-pool.ts";
import {partnershipTypes} from "../../../src/vocabulary/partnership-types/index.ts";

describe("nameDonorPool(kind, role)", () => {
  test.each([
    ["multi_academy_trust", "supported", "governance"],
    ["federation", "member", "governance"],
    ["foundation_trust", "member", "governance"],
    ["umbrella_trust", "member", "governance"],
    ["multi_academy_trust", "supporter", "governance_supporter"],
    ["single_academy_trust", "supported", "single_academy_trust"],
    ["national_support_school", "supported", "national_support_school"],
    ["national_support_school", "supporter", "national_support_school_supporter"]
  ])("%s, %s: %s", (partnership_type, role, pool) => expect(nameDonorPool(partnership_type, role)).toBe(pool));

  test("knows every kind there is and no other", () => {
    for (const partnership_type of Object.keys(partnershipTypes))
      expect(nameDonorPool(partnership_type, "member")).toBeTruthy();
    expect(() => nameDonorPool("sponsor", "supported")).toThrow(/no type of partnership is called sponsor/);
  });
});

describe("isGovernance(pool)", () => {
  test("is of the pools whose treatment is a way of governing schools", () => {
    const pools = [
      "governance",
      "governance_supporter",
      "single_academy_trust",
      "rise_pairing",
      "rise_pairing_supporter"
    ];
    expect(pools.filter(isGovernance)).toEqual(["governance", "governance_supporter", "single_academy_trust"]);
  });
});
