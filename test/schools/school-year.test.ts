import {existsSync, readFileSync} from "node:fs";
import {csvParse} from "d3";
import {describe, expect, it} from "vitest";
import {
  absenceFile,
  exclusionsHeader,
  exclusionsRow,
  ks4Header,
  ks4File,
  ks4National,
  ks4Row,
  lines,
  linksFile,
  listFile
} from "../support/published-files.ts";
import {makeWarehouse} from "../support/make-warehouse.ts";

const information = (...schools: readonly string[]): string =>
  lines("URN,LA,LAESTAB,SCHSTATUS,MINORGROUP,SCHOOLTYPE,ISPRIMARY,ISSECONDARY,ISPOST16,ADMPOL", ...schools);

describe("the school table", () => {
  it("reads region from the local authority, and selection and sixth form from the school information", async () => {
    const query = await makeWarehouse(
      {
        "2018-2019_england_ks4final.csv": ks4File(ks4Row(100001, {la: "330"}), ks4Row(100002, {la: "850"})),
        "2018-2019_england_school_information.csv": information(
          "100001,330,3300001,Open,Academy,Academy converter,0,1,1,Selective",
          "100002,850,8500002,Open,Maintained school,Community school,0,1,0,Non-selective",
          "100003,850,8500003,Open,Maintained school,Community school,1,0,0,Not applicable"
        ),
        "2018-2019_england_abs.csv": absenceFile("850,0003,100003,4,8")
      },
      "school"
    );
    expect(await query("select school_id, region, selective, sixth_form from school order by school_id")).toEqual([
      {school_id: 100001, region: "West Midlands", selective: true, sixth_form: true},
      {school_id: 100002, region: "South East", selective: false, sixth_form: false},
      {school_id: 100003, region: "South East", selective: false, sixth_form: false}
    ]);
  });

  it("hears the register’s own region where the authority is not known", async () => {
    const register = lines(
      "URN,LA (code),EstablishmentNumber,EstablishmentName,EstablishmentStatus (name),TypeOfEstablishment (name),PhaseOfEducation (name),OfficialSixthForm (name),AdmissionsPolicy (name),GOR (name),UKPRN",
      "100001,999,4001,Ash,Open,Community school,Secondary,Has a sixth form,Non-selective,North East,1"
    );
    const query = await makeWarehouse(
      {"edubasealldata20190301.csv": register, "2018-2019_england_abs.csv": absenceFile("999,4001,100001,4,8")},
      "school"
    );
    expect(await query("select region, selective, sixth_form from school")).toEqual([
      {region: "North East", selective: false, sixth_form: true}
    ]);
  });
});

describe("the school_year table", () => {
  it("takes pupils from the census first, then exclusions, then the performance tables", async () => {
    const query = await makeWarehouse(
      {
        "exclusions.csv": lines(
          exclusionsHeader,
          exclusionsRow(9010001, {headcount: "510"}),
          exclusionsRow(9010003, {headcount: "520"})
        ),
        "2016-2017_england_ks4final.csv": ks4File(ks4Row(100001), ks4Row(100002), ks4Row(100003)),
        "school_list_2016-17.csv": listFile([9010001, 100001], [9010003, 100003]),
        "2016-2017_england_census.csv": lines(
          "URN,LA,ESTAB,SCHOOLTYPE,NOR,NUMEAL,PNUMEAL,NUMFSMEVER,PNUMFSMEVER",
          "100001,901,0001,State-funded secondary,500,50,10.0,100,20.0",
          "NAT,NAT,SEC,,500,50,10.0,100,20.0"
        )
      },
      "outcome"
    );
    const found = await query("select school_id, pupils, pupils_source, fsm6_pct, eal_pct from school_year order by 1");
    expect(found).toEqual([
      {school_id: 100001, pupils: 500, pupils_source: "school_characteristics", fsm6_pct: 20, eal_pct: 10},
      {school_id: 100002, pupils: 600, pupils_source: "ks4_performance", fsm6_pct: null, eal_pct: null},
      {school_id: 100003, pupils: 520, pupils_source: "exclusions", fsm6_pct: null, eal_pct: null}
    ]);
  });

  it("takes pupils and intake of 2025/26 from the long file of the census", async () => {
    const file = readFileSync(
      "test/input/school_characteristics_ees/school-pupils-and-their-characteristics_2026_v1.0.csv"
    );
    const query = await makeWarehouse({"census.csv": file}, "outcome");
    const found = await query(
      "select school_id, academic_year, pupils, pupils_source, fsm_pct, eal_pct from school_year order by 1"
    );
    const read = {academic_year: 2026, pupils_source: "school_characteristics_ees"};
    expect(found).toEqual([
      {school_id: 900001, pupils: 1204, fsm_pct: 25, eal_pct: 10, ...read},
      {school_id: 900002, pupils: 48, fsm_pct: null, eal_pct: null, ...read},
      {school_id: 900003, pupils: 90, fsm_pct: null, eal_pct: null, ...read}
    ]);
  });

  it("tells a maintained school from the academy it became by the date it opened, not by what it is now", async () => {
    const collectRows = (year: string, urn: number, type: string) => ({
      [`${year}_england_ks4final.csv`]: lines(ks4Header, ks4Row(urn, {estab: "4001", type}), ks4National)
    });
    const query = await makeWarehouse(
      {
        ...collectRows("2013-2014", 100001, "CY"),
        ...collectRows("2014-2015", 100001, "VA"),
        ...collectRows("2015-2016", 140001, "ACC"),
        "links_edubasealldata20190301.csv": linksFile([100001, 140001, "01-01-2015"]),
        "2018-2019_england_school_information.csv": lines(
          "URN,LA,LAESTAB,SCHSTATUS,MINORGROUP,SCHOOLTYPE,ISPRIMARY,ISSECONDARY,ISPOST16,ADMPOL,OPENDATE,CLOSEDATE",
          "100001,901,9014001,Closed,Maintained school,Community school,0,1,0,Non-selective,,31-12-2014",
          "140001,901,9014001,Open,Academy,Academy converter,0,1,0,Non-selective,01-01-2015,"
        )
      },
      "outcome"
    );
    expect(await query("select academic_year, type_group from school_year order by 1")).toEqual([
      {academic_year: 2014, type_group: "maintained"},
      {academic_year: 2015, type_group: "maintained"},
      {academic_year: 2016, type_group: "academy"}
    ]);
  });

  it("believes the letters of a year’s own table where no date of opening is known", async () => {
    const query = await makeWarehouse(
      {
        "2013-2014_england_ks4final.csv": ks4File(ks4Row(100001, {type: "CY"})),
        "2015-2016_england_ks4final.csv": ks4File(ks4Row(100001, {type: "ACC"}))
      },
      "outcome"
    );
    expect(
      (await query("select type_group from school_year order by academic_year")).map((r) => r["type_group"])
    ).toEqual(["maintained", "academy"]);
  });
});

const published = "../shared/columns/la_and_region_codes_2022-23.csv";
describe.skipIf(!existsSync(published))("the regions of authorities (needs ../shared)", () => {
  it("are those of the Department’s table, its parts of a region put together", () => {
    const ours = new Map(
      csvParse(readFileSync("data/partnerships/local_authorities.csv", "utf8")).map((d) => [d["la_code"], d["region"]])
    );
    const wide = (name: string) =>
      name
        .replace(/^(North|South and West) Yorkshire.*/, "Yorkshire and the Humber")
        .replace(/^London .*/, "London")
        .replace(/ [A-D]$/, "");
    const theirs = csvParse(readFileSync(published, "utf8"));
    expect(theirs).toHaveLength(153);
    for (const d of theirs) expect(ours.get(d["LEA"]), d["LA Name"]).toBe(wide(d["REGION NAME"]));
  });
});
