import {readdirSync, readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {refuseFailedChecks} from "../../pipelines/checks/check.ts";
import {makeWarehouse} from "../support/make-warehouse.ts";
import {memberships, writeLinks} from "../support/group-links.ts";
import {readFolder, listSaid} from "../support/read-files.ts";
import {lines} from "../support/published-files.ts";

const extract = "alllinksdata20220831.csv";
const linked = (joined: string, closed = "") =>
  writeLinks("20220831", {urn: 900001, name: "ASH TRUST", joined, closed, type: "Academy converter"});
const days = async (joined: string, closed?: string) => {
  const [found] = await memberships(linked(joined, closed));
  return [found.joined, found.left_on];
};

describe("days that contradict each other", () => {
  test("who left before joining has neither day, and is not counted", async () => {
    expect(await days("01-09-2018", "31-08-2015")).toEqual([null, null]);
    expect(await listSaid(linked("01-09-2018", "31-08-2015"))).toBe(
      `${extract}, row 2, column Closed Date: the day 2015-08-31 is before 2018-09-01, in column Joined date; neither is taken`
    );
  });

  test("who left on the day of joining, or after it, has both", async () => {
    expect(await days("01-09-2018", "01-09-2018")).toEqual(["2018-09-01", "2018-09-01"]);
    expect(await days("01-09-2018", "31-08-2020")).toEqual(["2018-09-01", "2020-08-31"]);
  });

  test("an extract does not know what comes more than a year after it", async () => {
    expect(await days("01-09-2023")).toEqual([null, null]);
    expect(await days("01-09-2018", "31-08-2030")).toEqual(["2018-09-01", null]);
    expect(await days("01-12-2022")).toEqual(["2022-12-01", null]);
    expect(await listSaid(linked("01-09-2023"))).toContain("row 2, column Joined date: the day 2023-09-01 cannot be");
  });
});

describe("more pupils than there are", () => {
  const header =
    "time_period,time_identifier,geographic_level,old_la_code,la_name,school_laestab,school_urn,school_name,education_phase,headcount,perm_excl,perm_excl_rate,suspension,susp_rate,one_plus_susp,one_plus_susp_rate";
  const cells = async (
    pupils: string,
    [suspensions, suspended, excluded]: readonly string[],
    phase = "State-funded secondary"
  ) => {
    const row = `202223,Academic year,School,901,Ash,9014001,900001,Ash School,${phase},${pupils},${excluded},1,${suspensions},1,${suspended},1`;
    const {query, warnings, close} = await readFolder({"exc_school.csv": lines(header, row)});
    const [found] = await query(
      "select suspensions, suspended_pupils as suspended, permanent_exclusions as excluded from staged.exclusions_termly"
    );
    close();
    return {...found, said: warnings};
  };

  test("can be neither suspended nor excluded: the figure is not taken, with its place", async () => {
    const {said, ...found} = await cells("100", ["1001", "201", "101"]);
    expect(found).toEqual({suspensions: null, suspended: null, excluded: null});
    expect(said).toEqual([
      "exc_school.csv, row 2, column suspension: 1,001 cannot be, of 100 pupils; not taken",
      "exc_school.csv, row 2, column one_plus_susp: 201 cannot be, of 100 pupils; not taken",
      "exc_school.csv, row 2, column perm_excl: 101 cannot be, of 100 pupils; not taken"
    ]);
  });

  test.each([
    ["a bad year", "100", "State-funded secondary"],
    ["a small school", "5", "State-funded primary"],
    ["a pupil referral unit", "40", "Pupil referral unit"]
  ])("%s is taken as it is", async (_, pupils, phase) => {
    const many = phase.startsWith("State") && pupils === "100" ? ["400", "90", "4"] : ["900", "190", "60"];
    const {said, ...found} = await cells(pupils, many, phase);
    expect([found, said]).toEqual([
      {suspensions: Number(many[0]), suspended: Number(many[1]), excluded: Number(many[2])},
      []
    ]);
  });
});

describe("files that contradict each other so that a check fails", () => {
  test("are told as such, with the rows and what to do, and no stack", async () => {
    const folder = "test/input/gias_group_links";
    const files = Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(`${folder}/${name}`)]));
    await expect(makeWarehouse(files, "checks")).rejects.toMatchObject({
      name: "UserError",
      message: expect.stringMatching(
        /^the files contradict each other, and a check fails\nno_school_in_two_trusts: .*\n {2}\{"school_id":900504/
      ),
      fix: expect.stringContaining("leave out one of the files")
    });
  });

  test("checks that hold say nothing", () => {
    expect(() => refuseFailedChecks([{check: "a", about: "b", broken: []}])).not.toThrow();
  });
});
