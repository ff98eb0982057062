import {describe, expect, test} from "vitest";
import {plantedTypes} from "../../../pipelines/synthetic-england/planted-types.ts";
import {partnershipTypes} from "../../../src/vocabulary/partnership-types/index.ts";

describe("the types of partnership", () => {
  test("that the register keeps, and no others, have its name for them, in lower case", () => {
    for (const [partnership_type, {membership, group_type, since}] of Object.entries(partnershipTypes)) {
      // Sixth form centres are linked to their schools, and are no groups.
      expect(group_type !== undefined, partnership_type).toBe(
        membership.includes("register") && partnership_type !== "consortium_14_19"
      );
      expect(group_type, partnership_type).toBe(group_type?.toLowerCase());
      expect(since !== undefined, partnership_type).toBe(group_type !== undefined);
    }
  });

  test("that areas tell, and no others, say what role an area gives", () => {
    for (const [partnership_type, {membership, areas}] of Object.entries(partnershipTypes))
      expect(areas !== undefined, partnership_type).toBe(membership.includes("geography"));
  });

  test("are each in the synthetic England, and no others are", () => {
    const types = Object.keys(partnershipTypes).filter(
      (partnership_type) => !partnershipTypes[partnership_type].placebo
    );
    expect([...plantedTypes].sort()).toEqual(types.sort());
  });

  test("have labels of their own", () => {
    const labels = Object.values(partnershipTypes).map(({label}) => label);
    expect(new Set(labels).size).toBe(labels.length);
  });
});

describe.each(Object.entries(partnershipTypes))("the kind %s", (_, partnership_type) => {
  test("says what joining means, who gives, who takes, how roles are told, and what its grade rests on", () => {
    const {label, joining, gives, takes, roles, evidence} = partnership_type;
    expect([label, joining, gives, takes, roles, evidence].filter((text) => !text.trim())).toEqual([]);
    expect([joining, roles, evidence].filter((text) => !text.endsWith("."))).toEqual([]);
  });

  test("names each source of members once", () => {
    expect(new Set(partnership_type.membership).size).toBe(partnership_type.membership.length);
  });
});
