import {readFile} from "node:fs/promises";
import {describe, expect, test} from "vitest";
import {lines, linksFile, type Files} from "../support/published-files.ts";
import {makeWarehouse} from "../support/make-warehouse.ts";

interface Member {
  school: number;
  group?: number;
  partnership_type?: string;
  joined: string;
  left?: string;
  type?: string;
}

const sponsorLed = "Academy sponsor led";

const register = (...members: Member[]): Files => ({
  "alllinksdata20220831.csv": lines(
    "URN,Group UID,Group Name,Group Type,Group Status,Joined date,Date Left Group,EstablishmentName,TypeOfEstablishment (name)",
    ...members.map(
      ({
        school,
        group = 7001,
        partnership_type = "Multi-academy trust",
        joined,
        left = "",
        type = "Academy converter"
      }) => `${900000 + school},${group},Trust ${group},${partnership_type},Open,${joined},${left},School,${type}`
    )
  )
});

/** Each school’s role in each partnership of a partnership type, with its cohort on the clock of that partnership and what it rests on. */
async function roles(files: Files, partnership_type = "multi_academy_trust"): Promise<Record<string, string>> {
  const query = await makeWarehouse(files, "checks");
  const found = await query<{school: string; reported: string}>(
    `select school_id - 900000 || ' in ' || partnership as school, role || ' ' || coalesce(cohort::varchar, 'undated') || ' ' || role_source as reported
     from role where partnership_type = '${partnership_type}'`
  );
  return Object.fromEntries(found.map(({school, reported}) => [school, reported]));
}

const early = "01-09-2018";
const late = "01-09-2019";

describe("role: supported", () => {
  test("is a sponsor-led academy, and no school that joined otherwise", async () => {
    expect(
      await roles(
        register(
          {school: 1, joined: late, type: sponsorLed},
          {school: 2, joined: late},
          {school: 3, joined: late, type: "Free schools"}
        )
      )
    ).toEqual({
      "1 in 7001": "supported 2020 sponsored_route",
      "2 in 7001": "member 2020 joined",
      "3 in 7001": "member 2020 joined"
    });
  });

  test("is so without a date", async () => {
    expect(await roles(register({school: 1, joined: "", type: sponsorLed}))).toEqual({
      "1 in 7001": "supported undated sponsored_route"
    });
  });

  test("is no sponsor-led academy in a kind that is no trust of academies", async () => {
    const files = register({school: 1, joined: late, type: sponsorLed, partnership_type: "Umbrella trust"});
    expect(await roles(files, "umbrella_trust")).toEqual({"1 in 7001": "member 2020 joined"});
  });
});

describe("role: supporter", () => {
  test("is a converter already there, from the day the trust’s first sponsor-led academy joins", async () => {
    const found = await roles(
      register(
        {school: 7, joined: "01-09-2013"},
        {school: 1, joined: late, type: sponsorLed},
        {school: 2, joined: "01-09-2020", type: sponsorLed}
      )
    );
    expect(found["7 in 7001"]).toBe("supporter 2020 converter_there_before");
  });

  test("is no converter that joined with the first sponsor-led academy or after it", async () => {
    const found = await roles(
      register(
        {school: 8, joined: late},
        {school: 9, joined: "01-10-2019"},
        {school: 1, joined: late, type: sponsorLed}
      )
    );
    expect([found["8 in 7001"], found["9 in 7001"]]).toEqual(["member 2020 joined", "member 2020 joined"]);
  });

  test("is no founder of a trust without a sponsor-led academy", async () => {
    const found = await roles(register({school: 8, joined: early}, {school: 9, joined: late}));
    expect(found).toEqual({"8 in 7001": "member 2019 joined", "9 in 7001": "member 2020 joined"});
  });

  test("is no school there before that is not a converter", async () => {
    const found = await roles(
      register({school: 8, joined: early, type: "Free schools"}, {school: 1, joined: late, type: sponsorLed})
    );
    expect(found["8 in 7001"]).toBe("member 2019 joined");
  });

  test("is none that had left before, and none of another trust or kind", async () => {
    const found = await roles(
      register(
        {school: 7, joined: early, left: "31-08-2019"},
        {school: 8, joined: early, group: 7002},
        {school: 1, joined: late, type: sponsorLed}
      )
    );
    expect([found["7 in 7001"], found["8 in 7002"]]).toEqual(["member 2019 joined", "member 2019 joined"]);
  });

  test("is there, though its day of joining is a load’s, where that load was before", async () => {
    const load = Array.from({length: 50}, (_, i) => ({school: i + 1, group: 7001 + i, joined: "01-09-2014"}));
    const found = await roles({
      ...register(...load, {school: 60, joined: late, type: sponsorLed}),
      "edubasealldata20190301.csv": lines(
        "URN,LA (code),EstablishmentNumber,EstablishmentName,EstablishmentStatus (name),TypeOfEstablishment (name),OpenDate,SchoolCapacity",
        ...load.map(
          ({school}) => `${900000 + school},901,${4000 + school},School,Open,Academy converter,01-09-2010,900`
        )
      )
    });
    expect(found["1 in 7001"]).toBe("supporter 2020 converter_there_before");
    expect(found["2 in 7002"]).toBe("member undated joined");
  });

  test("is none that is supported in another trust", async () => {
    const found = await roles({
      ...register(
        {school: 3, joined: early},
        {school: 1, joined: late, type: sponsorLed},
        {school: 4, joined: "01-09-2020", group: 7002, type: sponsorLed}
      ),
      "links_edubasealldata20230421.csv": linksFile([900003, 900004, "01-09-2020"])
    });
    expect([found["4 in 7001"], found["4 in 7002"]]).toEqual(["member 2019 joined", "supported 2021 sponsored_route"]);
  });
});

test("no role rests on a result: the queries that make them read no table of outcomes", async () => {
  for (const file of ["role", "counted_role", "academy_route", "membership", "donor_pool"]) {
    const sql = await readFile(new URL(`../../pipelines/memberships/${file}.sql`, import.meta.url), "utf8");
    expect(sql.replaceAll(/^--.*$/gm, ""), file).not.toMatch(
      /\boutcome\b|base_result|bridged|earlier_third|school_year/
    );
  }
  const query = await makeWarehouse(register({school: 1, joined: late}), "membership");
  await query("drop table outcome");
  const sql = await readFile(new URL("../../pipelines/memberships/role.sql", import.meta.url), "utf8");
  expect(await query(sql)).toHaveLength(1);
});
