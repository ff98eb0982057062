import {describe, expect, test} from "vitest";
import {ks4File, ks4Row, lines, type Files} from "./support/published-files.ts";
import {warehouseOf} from "./support/warehouse-of.ts";

/** Twelve schools whose results rank them 1 (lowest) to 12; school n has the URN 900000 + n. */
const results = (rank: (school: number, year: number) => number = (school) => school): Files =>
  Object.fromEntries(
    [2016, 2017, 2018].map((year) => [
      `${year - 1}-${year}_england_ks4final.csv`,
      ks4File(
        ...Array.from({length: 12}, (_, i) =>
          ks4Row(900001 + i, {attainment: String(30 + 2 * rank(i + 1, year)), estab: String(4001 + i)})
        )
      )
    ])
  );

interface Member {
  school: number;
  group?: number;
  kind?: string;
  joined: string;
  left?: string;
  type?: string;
}

const register = (...members: Member[]): Files => ({
  "alllinksdata20220831.csv": lines(
    "URN,Group UID,Group Name,Group Type,Group Status,Joined date,Date Left Group,EstablishmentName,TypeOfEstablishment (name)",
    ...members.map(
      ({school, group = 7001, kind = "Multi-academy trust", joined, left = "", type = "Academy converter"}) =>
        `${900000 + school},${group},Trust ${group},${kind},Open,${joined},${left},School,${type}`
    )
  )
});

/** Each school’s role, cohort and evidence. */
async function roles(files: Files): Promise<Record<number, string>> {
  const query = await warehouseOf(files, "checks");
  const found = await query<{school: number; told: string}>(
    `select school_id - 900000 as school, role || ' ' || cohort || ' ' || role_evidence as told from role where kind = 'multi_academy_trust'`
  );
  return Object.fromEntries(found.map(({school, told}) => [school, told]));
}

const early = "01-09-2018"; // cohort 2019: base 2015 to 2017
const late = "01-09-2019"; // cohort 2020: base 2016 to 2018

describe("role: supported", () => {
  test("a joiner with earlier results in the lowest third is supported, the next one up is not", async () => {
    expect(await roles({...results(), ...register({school: 4, joined: late}, {school: 5, joined: late})})).toEqual({
      4: "supported 2020 results_before",
      5: "member 2020 results_before"
    });
  });

  test("a sponsored academy is supported whatever its results", async () => {
    expect(await roles({...results(), ...register({school: 12, joined: late, type: "Academy sponsor led"})})).toEqual({
      12: "supported 2020 sponsored_academy"
    });
  });

  test("results of the year before joining do not tell", async () => {
    const lastYear = results((school, year) => (school === 9 && year === 2018 ? 0 : school));
    // Cohort 2019: the base is 2015 to 2017, so 2018 is the year before.
    expect(await roles({...lastYear, ...register({school: 9, joined: early})})).toEqual({
      9: "member 2019 results_before"
    });
  });

  test("without earlier results a school is a member, and that is said", async () => {
    expect(await roles({...results(), ...register({school: 77, joined: late})})).toEqual({
      77: "member 2020 no_prior_results"
    });
  });

  test("results from before the base window do not tell", async () => {
    expect(await roles({...results(), ...register({school: 1, joined: "01-09-2022"})})).toEqual({
      1: "member 2023 no_prior_results"
    });
  });
});

describe("role: supporter", () => {
  test("a member above the median, already there, supports from when the first supported school joins", async () => {
    const found = await roles({
      ...results(),
      ...register({school: 7, joined: "01-09-2013"}, {school: 1, joined: late}, {school: 2, joined: "01-09-2020"})
    });
    expect(found[7]).toBe("supporter 2020 results_before");
  });

  test("a member at the median or below it does not support", async () => {
    const found = await roles({...results(), ...register({school: 6, joined: early}, {school: 1, joined: late})});
    expect(found[6]).toBe("member 2019 results_before");
  });

  test("who joins on the same day as the supported school, or after it, does not support", async () => {
    const found = await roles({
      ...results(),
      ...register({school: 9, joined: late}, {school: 10, joined: "01-10-2019"}, {school: 1, joined: late})
    });
    expect([found[9], found[10]]).toEqual(["member 2020 results_before", "member 2020 results_before"]);
  });

  test("who had left before the supported school joined does not support", async () => {
    const found = await roles({
      ...results(),
      ...register({school: 9, joined: early, left: "31-08-2019"}, {school: 1, joined: late})
    });
    expect(found[9]).toBe("member 2019 results_before");
  });

  test("who is in another trust does not support", async () => {
    const found = await roles({
      ...results(),
      ...register({school: 9, joined: early, group: 7002}, {school: 1, joined: late})
    });
    expect(found[9]).toBe("member 2019 results_before");
  });

  test("who is in another kind of partnership does not support", async () => {
    const found = await roles({
      ...results(),
      ...register({school: 9, joined: early}, {school: 1, joined: late, kind: "Federation"})
    });
    expect(found[9]).toBe("member 2019 results_before");
  });

  test("who was once supported does not support later, however well it does by then", async () => {
    const risen = results((school, year) => (school === 1 && year > 2017 ? 40 : school === 1 ? 0 : school));
    const found = await roles({
      ...risen,
      ...register({school: 1, joined: early}, {school: 2, joined: "01-09-2020"})
    });
    expect(found[1]).toBe("supported 2019 results_before");
  });

  test("a supporter’s clock starts at the trust’s first supported school, though the school was sponsored long before", async () => {
    const found = await roles({
      ...results(),
      ...register({school: 9, joined: early}, {school: 3, joined: late, type: "Academy sponsor led"})
    });
    expect(found[9]).toBe("supporter 2020 results_before");
  });
});

describe("role: one to a school and kind", () => {
  test("a school in two trusts counts from the first", async () => {
    const found = await roles({
      ...results(),
      ...register({school: 5, joined: late, group: 7002}, {school: 5, joined: early, group: 7001})
    });
    expect(found[5]).toBe("member 2019 results_before");
  });

  test("a member without a date has no role", async () => {
    expect(await roles({...results(), ...register({school: 5, joined: ""})})).toEqual({});
  });
});
