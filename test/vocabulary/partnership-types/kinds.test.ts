import {describe, expect, test} from "vitest";
import {kinds as plantedKinds} from "../../../pipelines/synthetic-england/plan.ts";
import {partnershipKinds} from "../../../src/vocabulary/partnership-types/index.ts";

describe("the kinds of partnership", () => {
  test("that the register keeps, and no others, have its name for them, in lower case", () => {
    for (const [kind, {membership, group_type, since}] of Object.entries(partnershipKinds)) {
      // Sixth form centres are linked to their schools, and are no groups.
      expect(group_type !== undefined, kind).toBe(membership.includes("register") && kind !== "consortium_14_19");
      expect(group_type, kind).toBe(group_type?.toLowerCase());
      expect(since !== undefined, kind).toBe(group_type !== undefined);
    }
  });

  test("that areas tell, and no others, say what role an area gives", () => {
    for (const [kind, {membership, areas}] of Object.entries(partnershipKinds))
      expect(areas !== undefined, kind).toBe(membership.includes("geography"));
  });

  test("are each in the made-up England, and no others are", () => {
    const kinds = Object.keys(partnershipKinds).filter((kind) => !partnershipKinds[kind]!.placebo);
    expect([...plantedKinds].sort()).toEqual(kinds.sort());
  });

  test("have labels of their own", () => {
    const labels = Object.values(partnershipKinds).map(({label}) => label);
    expect(new Set(labels).size).toBe(labels.length);
  });
});

describe.each(Object.entries(partnershipKinds))("the kind %s", (_, kind) => {
  test("says what joining means, who gives, who takes, how roles are told, and what its grade rests on", () => {
    const {label, joining, gives, takes, roles, evidence} = kind;
    expect([label, joining, gives, takes, roles, evidence].filter((text) => !text.trim())).toEqual([]);
    expect([joining, roles, evidence].filter((text) => !text.endsWith("."))).toEqual([]);
  });

  test("names each source of members once", () => {
    expect(new Set(kind.membership).size).toBe(kind.membership.length);
  });
});
