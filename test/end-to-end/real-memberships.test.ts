import {existsSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {openDuckDB, rows, type Row, type Warehouse} from "../../pipelines/warehouse.ts";
import {PUBLISHED, realRelease} from "../support/sample-release.ts";

describe.skipIf(!existsSync(PUBLISHED))("memberships of the real register (needs ../shared/data)", () => {
  let warehouse: Warehouse;
  let close: () => void;
  const query = <T = Row>(sql: string) => rows<T>(warehouse, sql);

  beforeAll(async () => {
    const database = join(await realRelease("described"), "../schools.duckdb");
    ({warehouse, close} = await openDuckDB(database, {access_mode: "READ_ONLY"}));
  });
  afterAll(() => close?.());

  /** The trusts of a school one after another: since when, until when, where from; and its role and years on both clocks. */
  const listTrusts = (school: number) =>
    query(
      `select membership.partnership_name as name, membership.joined::varchar as joined, left_on::varchar as left_on, moved_from,
         role.role, role.cohort::integer as cohort, counted_role.cohort::integer as cohort_type
       from membership join role using (school_id, partnership_type, partnership) join counted_role using (school_id, partnership_type)
       where school_id = ${school} and partnership_type in ('multi_academy_trust', 'single_academy_trust') order by membership.joined`
    );
  const supported = {role: "supported", left_on: null, moved_from: null};

  it("has Harris Garrard in Harris since 2017, and supported since it opened as the Business Academy Bexley", async () => {
    expect(await listTrusts(145140)).toEqual([
      {...supported, name: "Harris Federation", joined: "2017-09-01", cohort: 2018, cohort_type: 2003}
    ]);
  });

  it("has John Smeaton move from United Learning to GORSE in 2021", async () => {
    expect(await listTrusts(148793)).toEqual([
      {
        ...supported,
        name: "United Learning Trust",
        joined: "2014-01-01",
        left_on: "2021-08-31",
        cohort: 2015,
        cohort_type: 2015
      },
      {
        ...supported,
        name: "The GORSE Academies Trust",
        joined: "2021-09-01",
        moved_from: "5143",
        cohort: 2022,
        cohort_type: 2015
      }
    ]);
  });

  it("has Ormiston SWB in Ormiston since 2017, and Ormiston Bolingbroke in its own trust until 2020", async () => {
    expect(await listTrusts(145008)).toEqual([
      {...supported, name: "Ormiston Academies Trust", joined: "2017-07-01", cohort: 2018, cohort_type: 2010}
    ]);
    expect(await listTrusts(136185)).toEqual([
      {
        ...supported,
        name: "Ormiston Bolingbroke Academy Trust",
        joined: "2010-09-01",
        left_on: "2020-01-31",
        cohort: 2011,
        cohort_type: 2011
      },
      {
        ...supported,
        name: "Ormiston Academies Trust",
        joined: "2020-02-01",
        moved_from: "4107",
        cohort: 2021,
        cohort_type: 2011
      }
    ]);
  });

  it("has Bacon’s College in United Learning since 2018, and supported since 2007", async () => {
    expect(await listTrusts(145313)).toEqual([
      {...supported, name: "United Learning Trust", joined: "2018-03-01", cohort: 2019, cohort_type: 2008}
    ]);
  });

  it("has Stone Lodge Academy in two trusts, neither of which opened it", async () => {
    expect(await listTrusts(141407)).toEqual([
      {
        ...supported,
        name: "Broad Horizons Education Trust",
        joined: "2018-04-01",
        left_on: "2019-10-31",
        cohort: 2019,
        cohort_type: 2016
      },
      {...supported, name: "SENDAT", joined: "2019-11-01", moved_from: "4362", cohort: 2020, cohort_type: 2016}
    ]);
  });

  it("dates no membership before the register does, but of a school that opened in the trust", async () => {
    const before = await query(
      `with said as (
         select school_id, partnership_type, partnership, min(group_link.joined) as day
         from group_link join urn_school using (urn) group by all
       )
       select school_id, partnership from membership join said using (school_id, partnership_type, partnership)
       where joined < day and joined_precision <> 'opening of the academy'`
    );
    expect(before).toEqual([]);
  });

  it("ends the 52 memberships of groups that closed", async () => {
    const ended = await query(
      `select count(*)::integer as memberships, count(left_on)::integer as ended, count(*) filter (left_on > closed_on)::integer as late
       from membership
       join (select school_id, partnership_type, partnership, max(closed_on) as closed_on
             from group_link join urn_school using (urn) where closed_on is not null group by all) using (school_id, partnership_type, partnership)`
    );
    expect(ended).toEqual([{memberships: 52, ended: 52, late: 0}]);
  });

  it("has nobody in a body after the school closed, though its link was there in no later extract", async () => {
    const after = await query(
      `select school_id, partnership_type from membership join school using (school_id)
       where school.closed < coalesce(left_on, left_before, school.closed + 1) and (joined is null or joined <= school.closed)`
    );
    expect(after).toEqual([]);
    expect(
      await query(
        "select left_on::varchar as left_on, ended_because from membership where school_id = 139996 and partnership_type = 'multi_academy_trust'"
      )
    ).toEqual([{left_on: "2019-08-31", ended_because: "school_closed"}]);
  });

  it("has the day on which Reach and Pyrford came to their trusts, which the extract of 2022 forgot", async () => {
    expect(await listTrusts(138266)).toMatchObject([{left_on: "2018-08-12"}, {joined: "2018-08-13", cohort: 2019}]);
    expect(await listTrusts(140929)).toMatchObject([{left_on: "2018-09-05"}, {joined: "2018-09-06", cohort: 2019}]);
  });

  it("has no remark for a sponsor, and no question mark for an apostrophe", async () => {
    expect(
      await query("select distinct sponsor from membership where sponsor ilike 'this is%' or contains(sponsor, '?')")
    ).toEqual([]);
    expect(await query("select name from partnership where contains(name, '?')")).toEqual([]);
  });

  it("has each trust once, with the sponsor of its name: none of another number is left", async () => {
    const [found] = await query<{sponsors: number; merged: number; pages: number}>(
      `select count(*)::integer as sponsors, count(partnership)::integer as merged,
         (select count(*)::integer from partnership join group_body on group_body.partnership_type = 'sponsor' and number = partnership.partnership) as pages
       from group_body where partnership_type = 'sponsor'`
    );
    expect(found.pages).toBe(0);
    expect(found.merged).toBeGreaterThan(760);
  });

  it("makes some 1,250 supporters of converters, and no school both supporter and supported", async () => {
    const counts = await query<{role: string; schools: number}>(
      `select role, count(*)::integer as schools from counted_role where partnership_type = 'multi_academy_trust' group by role order by role`
    );
    const of = Object.fromEntries(counts.map(({role, schools}) => [role, schools]));
    expect(Math.abs(of["supporter"] - 1250)).toBeLessThan(60);
    expect(Math.abs(of["supported"] - 2550)).toBeLessThan(60);
  });

  it("names the members of 49 joint sixth forms", async () => {
    const [found] = await query<{centres: number; members: number}>(
      "select count(distinct partnership)::integer as centres, count(*)::integer as members from membership where partnership_type = 'consortium_14_19'"
    );
    expect(found).toEqual({centres: 49, members: 139});
  });
});
