import {join} from "node:path";
import {beforeAll, describe, expect, test} from "vitest";
import {writePartnerships} from "../../pipelines/release/partnerships.ts";
import {prepareQueries} from "../../pipelines/release/prepare.ts";
import type {
  PartnershipAliases,
  PartnershipIndex,
  PartnershipFile,
  PartnershipOutcome
} from "../../src/release/partnership-files.ts";
import {emptyFolder} from "../support/published-files.ts";
import {findShard} from "../../src/release/shard.ts";
import {releasedTables} from "../support/released-tables.ts";
import {readPart} from "../../pipelines/files/read-part.ts";

let index: PartnershipIndex["columns"];
let notes: Record<string, PartnershipFile>;
let aliases: PartnershipAliases;
const outcome = {measure: "suspension_rate", role: "supported"} as PartnershipOutcome;

beforeAll(async () => {
  const folder = await emptyFolder();
  const warehouse = await releasedTables();
  await prepareQueries(warehouse);
  await writePartnerships(warehouse, folder, {
    outcomes: new Map([["f1", [outcome]]]),
    described: new Map([["f1", [{phase: "primary", newest: ["All went to school."]}]]])
  });
  const opened = async (file: string) => readPart(join(folder, file));
  const {columns, shards} = (await opened("partnerships.json")) as PartnershipIndex;
  index = columns;
  aliases = (await opened("aliases.json.gz")) as PartnershipAliases;
  const files = new Set(index.id.map((id) => findShard(id, shards)));
  notes = Object.assign({}, ...(await Promise.all([...files].map((shard) => opened(`partnership/${shard}.json.gz`)))));
});

describe("the index of partnerships", () => {
  test("has a row each, those without a known member too, and counts schools by role", () => {
    const rows = index.id.map((id, i) => [
      id,
      index.schools[i],
      index.supported[i],
      index.supporter[i],
      index.member[i]
    ]);
    expect(rows.sort()).toEqual([
      ["a1", 0, 0, 0, 0],
      ["f1", 2, 1, 1, 0],
      ["p1", 1, 0, 0, 1]
    ]);
  });

  test("says in which academic year the first joined and the last left", () => {
    const at = index.id.indexOf("f1");
    expect([index.first_joined[at], index.last_left[at]]).toEqual([2014, 2020]);
  });
});

describe("former names and addresses", () => {
  test("are in the index that partnerships are found by, and on the page", () => {
    expect(index.former_names[index.id.indexOf("f1")]).toBe("Old Federation; Older Federation");
    expect(index.former_names[index.id.indexOf("p1")]).toBe("");
    expect(notes["f1"]).toMatchObject({former_names: ["Old Federation", "Older Federation"], sponsors: true});
  });

  test("lead from the number of a sponsor that is a trust, and of no other, to the one page", () => {
    expect(aliases).toEqual({s1: "f1"});
  });
});

describe("the note on a partnership", () => {
  test("has its members in order of joining, with the number a school got afterwards and how well leaving is known", () => {
    expect(notes["f1"].members).toMatchObject([
      {
        school_id: 900020,
        joined_precision: "year",
        left: "2020-03-31",
        left_precision: "by",
        new_urn: null,
        other_types: 1
      },
      {
        school_id: 900012,
        role: "supported",
        role_source: "Opened as a sponsor-led academy",
        moved_from: "Quiet Peers",
        moved_from_id: "p1",
        left: null,
        new_urn: "2015-09-01",
        other_types: 0
      }
    ]);
  });

  test("gives dates as far as they are known", () => {
    expect([notes["f1"].started, notes["a1"].started]).toEqual(["2014", null]);
  });

  test("says of each condition of the definition whether it is met and who says so", () => {
    const met = (id: string) => notes[id].definition.find(({feature}) => feature === "protocol");
    expect(met("f1")).toEqual({
      feature: "protocol",
      part: "feature",
      met: "yes",
      source: "the law on this type of partnership"
    });
    expect(met("p1")!.source).toBe("lists/own.csv");
    expect(notes["f1"].definition.find(({feature}) => feature === "shared_staff")).toMatchObject({
      met: "unknown",
      source: null
    });
  });

  test("names the schools of its list that are in no file", () => {
    expect(notes["p1"].unmatched).toEqual([
      {urn: 900777, name: "Gone School", row: 7, file: "lists/own.csv", why: "no file that was read has this URN"}
    ]);
    expect(notes["f1"].unmatched).toEqual([]);
  });

  test("says why there is nobody in it", () => {
    expect(notes["a1"].members).toEqual([]);
    expect(notes["a1"].attrition[0].lost).toBe("nobody says which schools are in it");
  });

  test("carries what its schools did, and none where that was not estimated", () => {
    expect(notes["f1"].outcomes).toEqual([outcome]);
    expect(notes["p1"].outcomes).toEqual([]);
  });

  test("have how their schools stood, from what was described", () => {
    expect(notes["f1"].described).toEqual([{phase: "primary", newest: ["All went to school."]}]);
    expect(notes["p1"].described).toEqual([]);
  });
});

test("two partnerships of one id stop the release, since an address names one", async () => {
  const warehouse = await releasedTables();
  await prepareQueries(warehouse);
  await warehouse.run(
    "insert into partnership by name select * replace ('f1' as partnership) from partnership where partnership = 'p1'"
  );
  await expect(
    writePartnerships(warehouse, await emptyFolder(), {outcomes: new Map(), described: new Map()})
  ).rejects.toThrow(/two partnerships have the id f1/);
});
