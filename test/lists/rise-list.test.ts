import {existsSync} from "node:fs";
import {readFile} from "node:fs/promises";
import {describe, expect, test} from "vitest";
import {checkLists} from "../../src/lists/check-lists.ts";
import {readWholeList} from "../../src/lists/whole-list.ts";
import {writeList} from "../../src/lists/write-list.ts";
import {warehouseOf} from "../support/warehouse-of.ts";
import {lines, listFile} from "../support/published-files.ts";
import {read, schools, severity} from "./kept.ts";

const list = "../shared/lists/rise_2026.csv";
const extracts = "../shared/data/published/gias";
const whole = readWholeList({
  name: "RISE",
  type: "rise_pairing",
  from: "2025",
  source: "https://github.com/DFE-Digital/npq-registration"
});

describe("a list of pairs of schools and those that help them", () => {
  const text = lines(
    "Supported school URN,School,Supporting school URN,Term",
    "900001,Mere School,900003,Spring 2025",
    "900002,Weir School,900003,Summer 2025"
  ).replace("Term", "Joined");

  test("makes the one supported and the other a supporter, who helps from the first", () => {
    const found = read(text, {name: "RISE", type: "rise_pairing"});
    expect(severity(found, "stops")).toEqual([]);
    expect(schools(found)).toEqual([
      "900001 supported 2025-01-01–2025-04-30 term",
      "900003 supporter 2025-01-01–2025-04-30 term",
      "900002 supported 2025-04-01–2025-08-31 term"
    ]);
  });

  test("and the pipeline gives those roles", async () => {
    const {members} = read(text, {name: "RISE", type: "rise_pairing"});
    const files = {
      "school_list_2017-18.csv": listFile([5514001, 900001], [5514002, 900002], [5514003, 900003]),
      "rise.csv": writeList(members)
    };
    const query = await warehouseOf(files, "membership");
    expect(
      await query("select school_id, role_named from membership where kind = 'rise_pairing' order by school_id")
    ).toEqual([
      {school_id: 900001, role_named: "supported"},
      {school_id: 900002, role_named: "supported"},
      {school_id: 900003, role_named: "supporter"}
    ]);
  });
});

describe.skipIf(!existsSync(list))("the Department’s list of RISE (needs ../shared)", () => {
  test("has 367 schools, none without a URN and none twice, all supported", async () => {
    const found = checkLists([{file: "rise_2026.csv", text: await readFile(list, "utf8")}], {
      partnerships: null,
      register: null,
      whole
    });
    expect(severity(found, "stops")).toEqual([]);
    expect(new Set(found.members.map(({urn}) => urn)).size).toBe(367);
    expect(new Set(found.members.map(({role}) => role))).toEqual(new Set(["supported"]));
  });

  test("of its 367 schools every one is matched with the register’s links, or named", async () => {
    const {members} = checkLists([{file: "rise_2026.csv", text: await readFile(list, "utf8")}], {
      partnerships: null,
      register: null,
      whole
    });
    const links = "links_edubasealldata20250422.csv";
    const files = {
      [links]: await readFile(`${extracts}/${links}`),
      "rise.csv": writeList(members),
      "school_list_2017-18.csv": await readFile("../shared/data/reduced/school_list_2017-18_laestab_urn.csv")
    };
    const query = await warehouseOf(files, "membership");
    const [{matched}] = (await query<{matched: number}>(
      "select count(*)::integer as matched from membership where kind = 'rise_pairing'"
    )) as [{matched: number}];
    const named = await query<{urn: number}>("select distinct urn from listed_unmatched");
    console.log(
      `RISE: ${matched} of 367 schools matched, ${named.length} named: ${named.map(({urn}) => urn).join(", ")}`
    );
    expect(matched + named.length).toBe(367);
  });
});
