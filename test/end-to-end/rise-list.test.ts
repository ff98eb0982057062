import {existsSync, readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {rows} from "../../pipelines/warehouse.ts";
import {checkLists} from "../../src/lists/check-lists.ts";
import {readWholeList} from "../../src/lists/whole-list.ts";
import {writeList} from "../../src/lists/write-list.ts";
import {ranUpTo} from "../support/make-warehouse.ts";

const rise = "../shared/lists/rise_2026.csv";
const register = "2018-2019_england_school_information.csv";
const links = "links_edubasealldata20250422.csv";
const published = "../shared/data/published";
const whole = readWholeList({name: "RISE", type: "rise_pairing", from: "2025"});

// Needs the published list and register, which are not carried: skipped, and seen to be, where they are not.
describe.skipIf(!existsSync(rise))(`the published list of schools eligible for RISE (needs ${rise})`, () => {
  // Made in the tests: what stands here is run where they are skipped, too.
  const read = () =>
    checkLists([{file: "rise.csv", text: readFileSync(rise, "utf8")}], {partnerships: null, register: null, whole});

  test("is read whole: 367 supported schools, nothing to put right", () => {
    const {problems, members} = read();
    expect(problems.filter(({severity}) => severity !== "notes")).toEqual([]);
    expect([members.length, new Set(members.map(({role}) => role))]).toEqual([367, new Set(["supported"])]);
  });

  test("has every school matched or named, with its row", async () => {
    const {warehouse, list_warnings} = await ranUpTo(
      {
        [register]: readFileSync(`${published}/performance_tables/${register}`),
        [links]: readFileSync(`${published}/gias/${links}`),
        "rise.csv": writeList(read().members)
      },
      "membership"
    );
    const [found] = await rows(
      warehouse,
      `select (select count(*)::integer from membership where partnership_type = 'rise_pairing' and role_named = 'supported') as matched,
         (select count(*)::integer from listed_unmatched) as named`
    );
    expect(found).toEqual({matched: 366, named: 1});
    expect(list_warnings).toContain(
      "rise.csv: 1 of the 367 schools listed for rise is in no file, so no figure counts it: 102794 (row 199)"
    );
  });
});
