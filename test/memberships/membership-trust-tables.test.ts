import {expect, test} from "vitest";
import {writeLinks, memberships} from "../support/group-links.ts";
import {lines, type Files} from "../support/published-files.ts";

/** The case hunt-25: the trust tables name the schools that were three years in a trust. */
const table = (year: string, ...urns: number[]): Files => ({
  "england_ks4-mats-performance.csv": lines(
    "TIME_PERIOD,TIME_IDENTIFIER,TRUST_GROUP_TYPE,TRUST_NAME,TRUST_UID,TRUST_ID,TRUST_COMPANIES_HOUSE_NUMBER,TRUST_UKPRN,TRUST_LEADREGION,INSTITUTIONS_MATPTINC,NUMINST_MATPTINC,P8MEA,ATT8SCR",
    `${year},AcademicYear,Multi-academy trusts,ASH TRUST,7001,TR07001,7000001,10000001,South East,${urns.join(";")},${urns.length},0.1,46.1`
  ),
  "2018-2019_england_abs.csv": lines(
    "LA,ESTAB,URN,PERCTOT,PPERSABS10",
    ...[1, 2].map((n) => `201,400${n},90000${n},5.1,12.2`)
  )
});

test("the trust tables tell who was in a trust that no extract of the register has, without a day", async () => {
  expect(await memberships(table("202223", 900001, 900002))).toMatchObject(
    [900001, 900002].map((school_id) => ({
      school_id,
      partnership_type: "multi_academy_trust",
      partnership: "7001",
      partnership_name: "Ash Trust",
      joined: null,
      no_date: "not said",
      left_on: null,
      source: "trust_tables"
    }))
  );
});

test("the register’s day goes with them, and who is not in them has not left for that", async () => {
  const found = await memberships({
    ...table("202223", 900001),
    ...writeLinks("20220831", {urn: 900001, joined: "01-09-2018"}, {urn: 900002, joined: "01-09-2021"})
  });
  expect(found).toMatchObject([
    {school_id: 900001, joined: "2018-09-01", left_before: null, source: "gias_group_links"},
    {school_id: 900002, joined: "2021-09-01", left_before: null}
  ]);
});
