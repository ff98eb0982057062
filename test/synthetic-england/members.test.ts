import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {membersFound, readMembers, rolesFound, wrongMembers} from "../../pipelines/validation/truth-members.ts";
import {openDuckDB, type Warehouse} from "../../pipelines/warehouse.ts";
import {sampleRelease} from "../support/sample-release.ts";

let warehouse: Warehouse;
let close: () => void;
beforeAll(async () => {
  const made = join(await sampleRelease(), "..", "..");
  ({warehouse, close} = await openDuckDB(join(made, "out", "schools.duckdb"), {access_mode: "READ_ONLY"}));
  await readMembers(warehouse, join(made, "published"));
});
afterAll(() => close());

describe("the memberships of the synthetic England", () => {
  test("are those that were planted, each with its days, where it came from, its role and its cohort", async () => {
    expect(await wrongMembers(warehouse)).toEqual([]);
    const found = await membersFound(warehouse);
    expect(found.reduce((sum, {planted}) => sum + planted, 0)).toBeGreaterThan(800);
    for (const {partnership_type, planted, right} of found)
      expect([partnership_type, right]).toEqual([partnership_type, planted]);
  });

  test("give each school in a type of partnership the role that was planted, on the clock of the type", async () => {
    for (const {partnership_type, planted, right, missing, extra, role, cohort} of await rolesFound(warehouse)) {
      expect({partnership_type, missing, extra, role, cohort}).toEqual({
        partnership_type,
        missing: 0,
        extra: 0,
        role: 0,
        cohort: 0
      });
      // Those without a date in any file have no role that can be compared.
      expect(right).toBeGreaterThan(0.8 * planted);
    }
  });
});
