import {describe, expect, test} from "vitest";
import {kinds as plantedKinds} from "../../pipelines/sample/plan.ts";
import {kindsOfPartnership} from "../../src/partnership-kinds/index.ts";
import {partnershipKinds} from "../../src/partnerships.ts";

const idsFrom = (source: string) =>
  Object.entries(kindsOfPartnership).flatMap(([id, {membership}]) => (membership[0] === source ? [id] : []));

describe("the kinds of partnership", () => {
  test("of the register are those that the pipeline reads from it, in the same words", () => {
    expect(idsFrom("register").sort()).toEqual(Object.keys(partnershipKinds).sort());
    for (const id of idsFrom("register")) {
      const {label, joining, evidence} = partnershipKinds[id]!;
      expect(kindsOfPartnership[id]).toMatchObject({label, joining, evidence});
    }
  });

  test("include every kind of the made-up England", () => {
    expect(plantedKinds.filter((kind) => !(kind in kindsOfPartnership))).toEqual([]);
  });

  test("have labels of their own", () => {
    const labels = Object.values(kindsOfPartnership).map(({label}) => label);
    expect(new Set(labels).size).toBe(labels.length);
  });
});

describe.each(Object.entries(kindsOfPartnership))("the kind %s", (_, kind) => {
  test("says what joining means, who gives, who takes, and what its grade rests on", () => {
    const {label, joining, gives, takes, evidence} = kind;
    expect([label, joining, gives, takes, evidence].filter((text) => !text.trim())).toEqual([]);
    expect([joining, evidence].filter((text) => !text.endsWith("."))).toEqual([]);
  });

  test("names each source of members once", () => {
    expect(new Set(kind.membership).size).toBe(kind.membership.length);
  });
});
