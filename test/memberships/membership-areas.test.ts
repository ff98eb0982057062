import {describe, expect, test} from "vitest";
import {memberList} from "../lists/made-lists.ts";
import {lines, type Files} from "../support/published-files.ts";
import {makeWarehouse} from "../support/make-warehouse.ts";

const register = (...schools: {urn: number; la?: string; opened?: string; phase?: string}[]): Files => ({
  "edubasealldata20230421.csv": lines(
    "URN,LA (code),EstablishmentNumber,EstablishmentName,EstablishmentStatus (name),PhaseOfEducation (name),OpenDate,DistrictAdministrative (code),SchoolCapacity",
    ...schools.map(
      ({urn, la = "551", opened = "01-09-1990", phase = "Primary"}) =>
        `${urn},${la},${urn - 896000},School ${urn},Open,${phase},${opened},E99000551,200`
    )
  )
});

const programmes = (partnership_type: string, id: string): Files => ({
  "programmes.csv": lines(
    "programme,name,partnership_type,start,start_precision,end,end_precision,phases,gives,takes,membership,evidence,source,source_url,source_date,confidence,note",
    `${id},Made up,${partnership_type},2017-10,month,,open,primary secondary,government,schools,geography,A,made up,,2017,high,`
  )
});

const areas = (...rows: string[]): Files => ({
  "programme_areas.csv": lines(
    "programme,part,area_level,la_code,ons_code,area_name,coverage,start,start_precision,end,end_precision,source,source_date,confidence,note",
    ...rows.map((row) => `${row},2017-10,month,,open,made up,2017,high,`)
  )
});

const memberships = async (files: Files) => {
  const query = await makeWarehouse(files, "checks");
  return query<Record<string, unknown>>(
    `select membership.school_id, partnership, membership.joined::varchar as joined, joined_precision, membership_source, role.role, role_source
     from membership left join role using (school_id, partnership_type, partnership) order by all`
  );
};

describe("schools of an area", () => {
  test("are in its programme from the first day, and those that open later from then", async () => {
    const found = await memberships({
      ...register({urn: 900001}, {urn: 900002, opened: "01-09-2019"}, {urn: 900003, la: "552"}),
      ...programmes("education_investment_area", "areas"),
      ...areas("areas,,LA,551,,Marsh,whole")
    });
    const common = {partnership: "areas:551", membership_source: "geography", role: "supported", role_source: "area"};
    expect(found).toEqual([
      {school_id: 900001, joined: "2017-10-01", joined_precision: "month", ...common},
      {school_id: 900002, joined: "2019-09-01", joined_precision: "day", ...common}
    ]);
  });

  test("of several authorities are in one partnership where the programme is of cities", async () => {
    const found = await memberships({
      ...register({urn: 900001}, {urn: 900003, la: "552"}),
      ...programmes("city_challenge", "cities"),
      ...areas("cities,Great Marsh,LA,551,,Marsh,whole", "cities,Great Marsh,LA,552,,Fen,whole")
    });
    expect(found.map(({partnership}) => partnership)).toEqual(["cities:great_marsh", "cities:great_marsh"]);
  });

  test("of another phase are not in it", async () => {
    const found = await memberships({
      ...register({urn: 900001, phase: "Not applicable"}),
      ...programmes("education_investment_area", "areas"),
      ...areas("areas,,LA,551,,Marsh,whole")
    });
    expect(found).toEqual([]);
  });

  test("have the role a list names in the kind, where one does, and the area’s in the area", async () => {
    const files = {
      ...register({urn: 900001}, {urn: 900002}),
      ...programmes("city_challenge", "cities"),
      ...areas("cities,Marsh,LA,551,,Marsh,whole"),
      "keys.csv": memberList({
        partnership_id: "keys",
        partnership_kind: "city_challenge",
        urn: "900002",
        from_date: "01/01/2017"
      })
    };
    expect(await memberships(files)).toMatchObject([
      {school_id: 900001, role: "supported", role_source: "area"},
      {school_id: 900002, partnership: "cities:marsh", role: "supported", role_source: "area"},
      {school_id: 900002, partnership: "keys", role: "member", role_source: "named_in_list"}
    ]);
    const query = await makeWarehouse(files, "checks");
    expect(
      await query("select school_id, role, role_source, partnership from counted_role order by school_id")
    ).toEqual([
      {school_id: 900001, role: "supported", role_source: "area", partnership: "cities:marsh"},
      {school_id: 900002, role: "member", role_source: "named_in_list", partnership: "keys"}
    ]);
  });
});

describe("what areas do not tell", () => {
  const undecided = async (files: Files) => {
    const query = await makeWarehouse(files, "checks");
    return query<Record<string, unknown>>("select partnership, why, schools from membership_undecided order by all");
  };

  test("a part of an area takes a list, and so says the table", async () => {
    const found = await undecided({
      ...register({urn: 900001}),
      ...programmes("consortium_14_19", "pathfinders"),
      ...areas("pathfinders,,LA,551,,Marsh,part")
    });
    expect(found).toEqual([{partnership: "pathfinders:Marsh", why: "part_of_area", schools: null}]);
  });

  test("a school of no phase that lies in the area is counted, and not taken in", async () => {
    const found = await undecided({
      ...register({urn: 900001, phase: ""}),
      ...programmes("education_investment_area", "areas"),
      ...areas("areas,,LA,551,,Marsh,whole")
    });
    expect(found).toEqual([{partnership: "areas:551", why: "no_phase", schools: 1}]);
  });
});

describe("area partnerships of the table", () => {
  const table = (schools: string, start = "2014-09-01,day"): Files => ({
    "area_partnerships.csv": lines(
      "partnership_id,name,la_codes,start,start_precision,end,end_precision,legal_form,statutory_school_improvement,traded_school_improvement,traded_business_support,schools,phases,published_model,list,source,source_url,source_date,confidence,note",
      `marsh_learning,Marsh Learning,551,${start},,open,company,no,no,no,${schools},primary,,,own site,https://marsh.example.org,2020,high,`
    )
  });
  const found = async (files: Files) => {
    const query = await makeWarehouse({...register({urn: 900001}), ...files}, "checks");
    return query<Record<string, unknown>>("select partnership, model, schools, no_members from partnership");
  };

  test("have all schools of their authority where the table says so", async () => {
    expect(await found(table("all"))).toEqual([
      {partnership: "marsh_learning", model: 4, schools: 1, no_members: null}
    ]);
  });

  test("stand without members, and the reason, where it takes a list", async () => {
    expect(await found(table("list"))).toMatchObject([{schools: 0, no_members: "needs_list"}]);
  });

  test("have the members of a list that gives their id", async () => {
    const files = {...table("list"), "members.csv": memberList({})};
    expect(await found(files)).toEqual([{partnership: "marsh_learning", model: 4, schools: 1, no_members: null}]);
  });
});
