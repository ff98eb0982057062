import {describe, expect, test} from "vitest";
import {lines, type Files} from "../support/published-files.ts";
import {makeWarehouse} from "../support/make-warehouse.ts";

/** The case hunt-07: a centre linked to its two schools, on both sides. */
const links: Files = {
  "2018-2019_england_abs.csv": lines(
    "LA,ESTAB,URN,PERCTOT,PPERSABS10",
    ...[1, 2, 3].map((n) => `201,400${n},90000${n},5.1,12.2`)
  ),
  "links_edubasealldata20240101.csv": lines(
    "URN,LinkURN,LinkName,LinkType,LinkEstablishedDate",
    "900001,900003,Marsh Sixth Form,Sixth Form Centre Link,01-09-2009",
    "900002,900003,Marsh Sixth Form,Sixth Form Centre Link,",
    "900003,900001,First School,Sixth Form Centre School,01-09-2009",
    "900003,900002,Second School,Sixth Form Centre School,"
  )
};

const header =
  "RECTYPE,LEA,ESTAB,URN,SCHNAME,ADDRESS1,ADDRESS2,TOWN,PCODE,NFTYPE/FESITYPE,ICLOSE,TPUP1618,TALLPUP_1618,TALLPUP_ALEV_1618,TALLPPE_ALEV_1618,TB3PTSE";
const school = (n: number): string =>
  `1,201,400${n},90000${n},School ${n},1 Road,,Town,ZZ1 1ZZ,CY,0,89,49,49,34.32,36.81`;

/** The case hunt-06: a row of record type 3 whose address columns hold the numbers of its schools. */
const table = (year: string, ...members: number[]): Files => ({
  [`${year}_england_ks5final.csv`]: lines(
    header,
    ...[1, 2, 3].map(school),
    `3,201,4901,900009,Fen Sixth Form,${members.map((n) => `201400${n}`).join(",")}${",".repeat(3 - members.length)},,,0,146,106,106,33.94,36.93`
  )
});

const members = async (files: Files) => {
  const query = await makeWarehouse(files, "checks");
  return query<Record<string, unknown>>(
    `select school_id, partnership, partnership_name, membership.joined::varchar as joined, joined_precision, no_date, left_before::varchar as left_before,
       evidence, source, role
     from membership join role using (school_id, partnership_type, partnership) where partnership_type = 'consortium_14_19' order by school_id`
  );
};

describe("a 14–19 consortium", () => {
  test("is a sixth form centre that the register links to its schools, with the day where it has one", async () => {
    const of = {
      partnership: "900003",
      partnership_name: "Marsh Sixth Form",
      evidence: "A",
      source: "gias_links",
      role: "member"
    };
    expect(await members(links)).toMatchObject([
      {school_id: 900001, joined: "2009-09-01", joined_precision: "day", no_date: null, ...of},
      {school_id: 900002, joined: null, no_date: "not said", ...of}
    ]);
  });

  test("is a row of the tables of 16 to 18 that names its schools: since the year of the first table that has them", async () => {
    const found = await members({...table("2015-2016", 1, 3), ...table("2016-2017", 1, 2)});
    const of = {partnership: "900009", partnership_name: "Fen Sixth Form", evidence: "B", source: "ks5_performance"};
    expect(found).toMatchObject([
      {school_id: 900001, joined: null, no_date: "before the files begin", left_before: null, ...of},
      {school_id: 900002, joined: "2016-09-01", joined_precision: "year", ...of},
      {school_id: 900003, joined: null, left_before: "2017-08-31", ...of}
    ]);
  });

  test("is no school itself: neither in the schools nor in the rows that are counted", async () => {
    const query = await makeWarehouse(table("2016-2017", 1, 2), "outcome");
    expect(await query("select school_id from school order by school_id")).toEqual(
      [900001, 900002, 900003].map((school_id) => ({school_id}))
    );
    expect(await query("select urn from school_row where urn = 900009")).toEqual([]);
  });
});
