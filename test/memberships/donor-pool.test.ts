import {describe, expect, test} from "vitest";
import {writeLinks, type Link} from "../support/group-links.ts";
import {makeWarehouse} from "../support/make-warehouse.ts";
import {memberList} from "../lists/made-lists.ts";
import type {Files} from "../support/published-files.ts";

const converter = "Academy converter";
const type = "Academy sponsor led";

/** Of each school of a donor pool from when it may serve, and from when it may no longer. */
async function pool(files: Files, name: string): Promise<Record<number, [number | null, number | null]>> {
  const query = await makeWarehouse(files, "checks");
  const found = await query<{school: number; eligible: number | null; treated: number | null}>(
    `select school_id - 900000 as school, eligible_from::integer as eligible, treated_from::integer as treated
     from donor_pool where pool = '${name}'`
  );
  return Object.fromEntries(found.map(({school, eligible, treated}) => [school, [eligible, treated]]));
}

const register = (...links: (Omit<Link, "urn"> & {school: number})[]): Files =>
  writeLinks("20220831", ...links.map(({school, ...link}) => ({urn: 900000 + school, ...link})));

describe("the pool of governance", () => {
  test("loses a school in the first year that it is in any body of governance with others", async () => {
    const files = register(
      {school: 1, joined: "01-09-2014"},
      {school: 2, group: 7002, partnership_type: "Federation", joined: "01-04-2012"},
      {school: 2, group: 7003, joined: "01-09-2016"},
      {school: 3, group: 7004, partnership_type: "Trust", joined: "01-09-2010"},
      {school: 4, group: 7005, partnership_type: "Umbrella trust", joined: ""}
    );
    expect(await pool(files, "governance")).toEqual({1: [null, 2015], 2: [null, 2013], 3: [null, 2011], 4: [null, 0]});
  });

  test("keeps a converter in a trust of its own, and loses an academy that a sponsor opened", async () => {
    const single = {partnership_type: "Single-academy trust"};
    const files = register(
      {school: 1, group: 7001, joined: "01-09-2014", type: converter, ...single},
      {school: 2, group: 7002, joined: "01-09-2014", type, ...single}
    );
    expect(await pool(files, "governance")).toEqual({2: [null, 2015]});
    expect(await pool(files, "single_academy_trust")).toEqual({1: [null, 2015], 2: [null, 2015]});
  });
});

describe("the pool of those who support in governance", () => {
  test("is of converters since they converted, until a sponsor-led academy is in their body", async () => {
    const files = register(
      {school: 1, joined: "01-09-2012", type: converter},
      {school: 2, joined: "01-09-2016", type},
      {school: 3, group: 7002, joined: "01-09-2013", type: converter},
      {school: 4, group: 7003, joined: "01-09-2014"}
    );
    expect(await pool(files, "governance_supporter")).toEqual({1: [2013, 2017], 3: [2014, null]});
  });

  test("keeps one that had left before the sponsor-led academy came", async () => {
    const files = {
      ...writeLinks(
        "20150501",
        {urn: 900001, joined: "01-09-2012", type: converter},
        {urn: 900002, joined: "01-09-2012"}
      ),
      ...writeLinks(
        "20220831",
        {urn: 900001, group: 7002, joined: "01-09-2015", type: converter},
        {urn: 900002, joined: "01-09-2012"},
        {urn: 900003, joined: "01-09-2018", type}
      )
    };
    expect(await pool(files, "governance_supporter")).toEqual({1: [2013, null]});
  });
});

test("other kinds have a pool each, and one for those who give or get help", async () => {
  const row = {partnership_id: "p", partnership_kind: "national_support_school", from_date: "01/09/2016"};
  const files = {
    ...register({school: 1, joined: ""}, {school: 2, joined: ""}, {school: 3, joined: ""}),
    "members.csv": memberList(
      {...row, urn: "900001", role: "supporter"},
      {...row, urn: "900002", role: "supported"},
      {...row, urn: "900003", role: "member"}
    )
  };
  expect(Object.keys(await pool(files, "national_support_school"))).toEqual(["1", "2", "3"]);
  expect(await pool(files, "national_support_school_supporter")).toEqual({1: [null, 2017], 2: [null, 2017]});
});
