import {existsSync, readFileSync, readdirSync} from "node:fs";
import {join} from "node:path";
import {afterEach, describe, expect, it} from "vitest";
import {makeWarehouse} from "../support/make-warehouse.ts";
import {readFolder, listSaid, type Reading} from "../support/read-files.ts";

const cases = "../shared/cases";

/** The input of a case by the number in its name. */
const readInput = (number: string): string =>
  join(
    cases,
    readdirSync(cases).find((name) => name.startsWith(`hunt-${number}-`))!,
    "input"
  );

/** The files of a case, as far as who was in what. */
const listMembers = (number: string) => {
  const folder = readInput(number);
  return makeWarehouse(
    Object.fromEntries(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file))])),
    "membership"
  );
};

describe.skipIf(!existsSync(cases))("files as published, and what lies beside them (needs ../shared/cases)", () => {
  const open: Reading[] = [];
  afterEach(() => open.splice(0).forEach(({close}) => close()));
  const read = async (number: string) => {
    const reading = await readFolder(readInput(number));
    open.push(reading);
    return reading;
  };

  it("01: totals of special schools are explained by the rule of their own year, which is said", async () => {
    const {warnings, query} = await read("01");
    expect(warnings).toEqual([]);
    expect(
      await query(`select "column", printed, recomputed, verdict, why from reconciliation
        where school_phase = 'special' and "column" = 'roll'`)
    ).toEqual([
      {column: "roll", printed: 13823, recomputed: 13823, verdict: "exact", why: "with non-maintained special schools"}
    ]);
    expect(await query("select count(*)::integer as n from reconciliation where verdict = 'unexplained'")).toEqual([
      {n: 0}
    ]);
  });

  it("02: NAT,PRI and NAT,SEC of the workforce table are national rows", async () => {
    const {warnings, query} = await read("02");
    expect(warnings).toEqual([]);
    expect(
      await query("select source_row, school_phase, teachers from staged.workforce_tables where level = 'national'")
    ).toEqual([
      {source_row: 302, school_phase: "primary", teachers: 3000},
      {source_row: 303, school_phase: "secondary", teachers: 3000}
    ]);
  });

  it("03: a table joined from two datasets is named with both, and is no crash", async () => {
    const said = await listSaid(readInput("03"));
    expect(said).toContain(
      "2018-2019/our_merged_table.csv, row 1: holds columns of absence and school_characteristics"
    );
  });

  it("04: a table of somebody’s own is not taken for the publication", async () => {
    const said = await listSaid(readInput("04"));
    expect(said).toContain("2018-2019/analysis_final.csv: is like absence, but not as published");
    for (const sign of ["an index without a name", "ATT8SCR, P8MEA", "more decimals than are published", "--accept"])
      expect(said).toContain(sign);
  });

  it("04: … unless the person says so, which is said too", async () => {
    const reading = await readFolder(readInput("04"), {accept: ["analysis_final.csv"]});
    open.push(reading);
    expect(reading.warnings[0]).toContain("is somebody’s own table");
    expect(await reading.query("select count(*)::integer as n from staged.absence where level = 'school'")).toEqual([
      {n: 20}
    ]);
  });

  it("06: a consortium is no school, is in no total, and names its members", async () => {
    const {query} = await read("06");
    expect(await query("select urn, level, members, postcode from staged.ks5_performance where urn = 900003")).toEqual([
      {urn: 900003, level: "consortium", members: expect.anything(), postcode: null}
    ]);
    expect(
      await query("select unnest(members) as member from staged.ks5_performance where level = 'consortium' order by 1")
    ).toEqual([{member: 2014001}, {member: 2014002}, {member: 2014003}]);
    expect(await query("select distinct verdict from reconciliation")).toEqual([{verdict: "rounding"}]);
  });

  it("07: links of a sixth-form centre name the schools of a consortium, each with its day", async () => {
    const query = await listMembers("07");
    expect(
      await query(`select school_id, partnership_type, partnership, partnership_name, joined::varchar as joined from membership
        where partnership_type = 'consortium_14_19' order by school_id`)
    ).toEqual(
      [
        {school_id: 900001, joined: "2009-09-01"},
        {school_id: 900002, joined: "2011-09-01"}
      ].map((one) => ({
        ...one,
        partnership_type: "consortium_14_19",
        partnership: "900003",
        partnership_name: "Made Up Sixth Form Consortium"
      }))
    );
  });

  it("08: a membership of a trust ends on the day the trust closed", async () => {
    const query = await listMembers("08");
    expect(
      await query(`select school_id, joined::varchar as joined, left_on::varchar as left_on, left_after, ended_because
        from membership where partnership_type = 'multi_academy_trust' order by school_id`)
    ).toEqual(
      [900001, 900002, 900003].map((school_id) => ({
        school_id,
        joined: "2014-09-01",
        left_on: "2018-08-31",
        left_after: null,
        ended_because: "group_closed"
      }))
    );
  });

  it("10: columns that stand in an earlier file than remembered are read", async () => {
    const {query} = await read("10");
    expect(
      await query(`select urn, a_level_retained_pct as retained, a_level_points_disadvantaged as points,
        value_added_disadvantaged as added from staged.ks5_performance order by urn`)
    ).toEqual([
      {urn: 900001, retained: 91, points: 30, added: 0.1},
      {urn: 900002, retained: 93, points: 29.5, added: 0.1}
    ]);
  });

  it("11: a performance table in a workbook is read, fractions as percentages", async () => {
    const {warnings, query} = await read("11");
    expect(warnings.join("\n")).toContain("percentages stand as fractions of one");
    expect(
      await query("select urn, attainment8, basics_94_pct from staged.ks4_performance where urn = 900001")
    ).toEqual([{urn: 900001, attainment8: 46.2, basics_94_pct: 64}]);
  });

  it("12: the spine is the register of the tables to 2017/18, with what moved from trust to trust", async () => {
    const {query} = await read("12");
    expect(await query("select urn, rebrokered, school_type from staged.school_spine where rebrokered")).toEqual([
      {urn: 900001, rebrokered: true, school_type: "Academy sponsor led"}
    ]);
  });

  it("16: what a file lacks to be known is said also where nothing is known", async () => {
    const said = await listSaid(readInput("16"));
    expect(said).toContain("2018-2019/england_ks4final.csv: by its name ks4_performance (key stage 4");
    expect(said).toContain("but without TPUP");
    expect(said).toContain("NFTYPE");
  });

  it("17: rows of commas are left out and counted", async () => {
    const {warnings, query} = await read("17");
    expect(warnings).toEqual(["2018-2019_england_abs.csv: 2 rows without content, left out"]);
    expect(await query("select count(*)::integer as n from staged.absence where level = 'school'")).toEqual([{n: 6}]);
  });

  it("23: all files without a date or a year are asked for at once", async () => {
    const said = await listSaid(readInput("23"));
    for (const name of ["alllinksdata.csv", "england_abs.csv", "links_edubasealldata.csv"])
      expect(said).toContain(name);
    expect(said).toContain("--snapshot 2018-05-01");
    expect(said).toContain("--year 2018/19");
  });

  it("24: inspections before September 2015 are an era of the inspections", async () => {
    const {query} = await read("24");
    expect(
      await query(`select urn, academic_year, overall_effectiveness as overall, leadership, teaching,
        outcomes_for_pupils as achievement, behaviour_and_safety as behaviour from staged.ofsted_inspections where urn = 900001`)
    ).toEqual([
      {urn: 900001, academic_year: 2014, overall: 2, leadership: 2, teaching: 2, achievement: 2, behaviour: 2}
    ]);
  });

  it("25: trust tables name the schools that count in each trust", async () => {
    const {query} = await read("25");
    expect(
      await query(`select academic_year, group_uid, companies_house_number, unnest(institutions) as urn, attainment8
        from staged.trust_tables order by urn`)
    ).toEqual(
      [900001, 900002, 900003].map((urn) => ({
        academic_year: 2023,
        group_uid: "9003",
        companies_house_number: "01234567",
        urn,
        attainment8: 46.1
      }))
    );
  });
});
