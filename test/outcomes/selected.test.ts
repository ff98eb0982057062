import {describe, expect, test} from "vitest";
import {
  exclusionsHeader,
  exclusionsRow,
  ks4File,
  ks4Header,
  ks4National,
  ks4Row,
  lines,
  type Files
} from "../support/published-files.ts";
import {rows} from "../../pipelines/warehouse.ts";
import {ranUpTo, makeWarehouse} from "../support/make-warehouse.ts";

const whole = "2018-2019_901_ks4final.csv";
const partial = "2018-2019_england_ks4final.csv";

/** Every key stage 4 row, as “file:row school decision”. */
async function decisions(files: Files): Promise<string[]> {
  const query = await makeWarehouse(files, "outcome");
  const found = await query<{reported: string}>(
    `select left(regexp_replace(file, '\\d{4}-\\d{4}_', ''), 3) || ':' || source_row || ' ' || school_id || ' ' || decision as reported
     from selected join file using (file_id) where selected.source = 'ks4_performance' order by file, source_row`
  );
  return found.map(({reported}) => reported);
}

describe("taken: which published row stands for a school in a year", () => {
  test("one row is taken, and a second row of another file stands behind it", async () => {
    expect(
      await decisions({[whole]: ks4File(ks4Row(900001)), [partial]: ks4File(ks4Row(900001), ks4Row(900002))})
    ).toEqual(["901:2 900001 selected", "eng:2 900001 second row", "eng:3 900002 selected"]);
  });

  test("the later stage is taken, whatever the files are called", async () => {
    expect(
      await decisions({
        "2018-2019_aaa_ks4provisional.csv": ks4File(ks4Row(900001), ks4Row(900002)),
        "2018-2019_bbb_ks4revised.csv": ks4File(ks4Row(900001)),
        "2018-2019_ccc_ks4final.csv": ks4File(ks4Row(900002))
      })
    ).toEqual([
      "aaa:2 900001 only in an earlier stage",
      "aaa:3 900002 replaced by a later stage",
      "bbb:2 900001 only in an earlier stage",
      "ccc:2 900002 selected"
    ]);
  });

  test("of two rows of a school the one with pupils is taken, in whatever order they stand", async () => {
    const links = {
      "links_edubasealldata20230421.csv": lines(
        "URN,LinkURN,LinkName,LinkType,LinkEstablishedDate",
        "900001,900501,Ash Academy,Successor,01-09-2019"
      )
    };
    const rows = [ks4Row(900001, {pupils: "0", attainment: ""}), ks4Row(900501, {estab: "6901", pupils: "90"})];
    expect(await decisions({...links, [whole]: ks4File(...rows)})).toEqual([
      "901:2 900501 second row",
      "901:3 900501 selected"
    ]);
    expect(await decisions({...links, [whole]: ks4File(...rows.reverse())})).toEqual([
      "901:2 900501 selected",
      "901:3 900501 second row"
    ]);
  });

  test("a LAESTAB that stands twice in a file tells of no school", async () => {
    const twice = [ks4Row(900001, {estab: "4001"}), ks4Row(900002, {estab: "4001"})];
    expect(
      await decisions({[whole]: ks4File(...twice), [partial]: lines(ks4Header, ks4Row(900501, {estab: "4001"}))})
    ).toEqual(["901:2 900001 selected", "901:3 900002 selected", "eng:2 900501 selected"]);
  });

  test("a LAESTAB does not join schools of different years", async () => {
    expect(
      await decisions({
        "2017-2018_901_ks4final.csv": ks4File(ks4Row(900001, {estab: "4001"})),
        "2018-2019_england_ks4final.csv": ks4File(ks4Row(900501, {estab: "4001"}))
      })
    ).toEqual(["901:2 900001 selected", "eng:2 900501 selected"]);
  });

  test("rows without a URN are taken under the URN that a list gives their LAESTAB", async () => {
    const query = await makeWarehouse(
      {
        "exclusions.csv": lines(exclusionsHeader, exclusionsRow(9014001), exclusionsRow(9014002)),
        "school_list_2017-18.csv": lines(
          "AcademicYear,LA,LAEstab,SchoolName,URN",
          "201718,901,9014001,Ash School,900001"
        )
      },
      "outcome"
    );
    expect(await query("select laestab, urn, school_id, decision from selected order by laestab")).toEqual([
      {laestab: 9014001, urn: 900001, school_id: 900001, decision: "selected"},
      {laestab: 9014002, urn: 9014002, school_id: 9014002, decision: "selected"}
    ]);
  });

  test("the URN that a file of the year gives a LAESTAB goes before the latest", async () => {
    const query = await makeWarehouse(
      {
        "exclusions.csv": lines(exclusionsHeader, exclusionsRow(9014001, {year: "201213"}), exclusionsRow(9014001)),
        "reasons.csv": lines(
          "time_period,geographic_level,old_la_code,laestab,urn,school_type,enrolments,enrol_overall,enrol_unauthorised,enrol_auth_illness",
          "201213,School,901,9014001,900001,State-funded secondary,500,400,90,300"
        ),
        "school_list_2017-18.csv": lines(
          "AcademicYear,LA,LAEstab,SchoolName,URN",
          "201718,901,9014001,Ash School,900501"
        )
      },
      "school"
    );
    expect(
      await query("select academic_year, urn, urn_evidence from school_row where source = 'exclusions' order by all")
    ).toEqual([
      {academic_year: 2013, urn: 900001, urn_evidence: "absence_by_reason"},
      {academic_year: 2017, urn: 900501, urn_evidence: "school_list"}
    ]);
  });

  describe("of two files that hold several years, both final, the newer is selected", () => {
    const header =
      "time_period,time_identifier,geographic_level,school_urn,school_laestab,establishment_type_group,breakdown_topic,breakdown,pupil_count,attainment8_average,engmath_94_percent";
    const row = (year: string, value: string, more = "") =>
      `${year},Academic year,School,900001,9014001,Community school,Total,Total,180,${value},60.1${more}`;
    const older = lines(`${header},ebacc_aps_average`, row("202223", "45.1", ",4.1"), row("202324", "46.1", ",4.2"));
    const newer = lines(header, row("202324", "46.9"), row("202425", "47.3"));

    // The older file holds more columns, and comes first in one order of names and last in the other.
    test.each([
      ["a.csv", "b.csv"],
      ["b.csv", "a.csv"]
    ])("older %s, newer %s", async (older_name, newer_name) => {
      const run = await ranUpTo({[older_name]: older, [newer_name]: newer}, "outcome");
      expect(
        await rows(
          run.warehouse,
          `select academic_year, attainment8 from selected join staged.ks4_performance_ees using (file_id, source_row, academic_year)
           where decision = 'selected' order by academic_year`
        )
      ).toEqual([
        {academic_year: 2023, attainment8: 45.1},
        {academic_year: 2024, attainment8: 46.9},
        {academic_year: 2025, attainment8: 47.3}
      ]);
      expect(run.resolved).toEqual([
        {
          ...{source: "ks4_performance_ees", school: "900001", year: "2023/24", column: "attainment8"},
          ...{selected: "46.9", left: "46.1", selected_from: `${newer_name}, row 2`, left_in: `${older_name}, row 3`}
        }
      ]);
    });
  });

  test("totals are never taken for schools", async () => {
    expect(
      await decisions({[whole]: lines(ks4Header, ks4Row(900001), "4,901,,,,,,,100,600,50,0", ks4National)})
    ).toEqual(["901:2 900001 selected"]);
  });
});
