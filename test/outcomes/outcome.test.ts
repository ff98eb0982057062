import {describe, expect, test} from "vitest";
import {
  absenceFile,
  exclusionsHeader,
  exclusionsRow,
  exclusionsTotal,
  ks4File,
  ks4Row,
  lines,
  linksFile,
  listFile,
  type Files
} from "../support/published-files.ts";
import {outcomes} from "../support/outcomes.ts";

const exclusions = (...rows: string[]): Files => ({"exclusions.csv": lines(exclusionsHeader, ...rows)});

describe("a hidden count of one or two", () => {
  const hidden = (laestab: number) => exclusionsRow(laestab, {fixed: "x", pupils: "x"});

  test("takes the mean that the authorities’ totals leave over, with both bounds", async () => {
    const found = await outcomes(
      exclusions(
        exclusionsRow(9014001, {fixed: "10"}),
        ...[9014002, 9014003, 9014004, 9024001, 9024002].map(hidden),
        exclusionsTotal(901, {fixed: "14"}),
        exclusionsTotal(902, {fixed: "3"})
      ),
      "suspension_rate"
    );
    // 14 − 10 over three schools and 3 over two: (4 + 3) / 5 = 1.4 suspensions among 500 pupils.
    const [known, ...others] = found;
    expect(known).toMatchObject({value: 2, low: null, high: null});
    for (const {value, low, high} of others) {
      expect(value).toBeCloseTo((100 * 1.4) / 500, 12);
      expect([low, high]).toEqual([0.2, 0.4]);
    }
  });

  test("of a single school takes one and a half, not what the total gives away", async () => {
    const [, only] = await outcomes(
      exclusions(exclusionsRow(9014001, {fixed: "10"}), hidden(9014002), exclusionsTotal(901, {fixed: "12"})),
      "suspension_rate"
    );
    expect(only).toMatchObject({value: 0.3, low: 0.2, high: 0.4});
  });

  test("of two schools that the total shows to be one each takes one and a half", async () => {
    const found = await outcomes(
      exclusions(hidden(9014001), hidden(9014002), exclusionsTotal(901, {fixed: "2"})),
      "suspension_rate"
    );
    expect(found.map(({value}) => value)).toEqual([0.3, 0.3]);
  });

  test("takes one and a half where no total is printed", async () => {
    const [only] = await outcomes(exclusions(hidden(9014001)), "suspension_rate");
    expect(only).toMatchObject({value: 0.3, low: 0.2, high: 0.4});
  });

  test("leaves out an authority whose total no counts of one or two can make", async () => {
    const found = await outcomes(
      exclusions(
        ...[9014001, 9014002, 9024001, 9024002].map(hidden),
        exclusionsTotal(901, {fixed: "50"}),
        exclusionsTotal(902, {fixed: "3"})
      ),
      "suspension_rate"
    );
    expect(found.map(({value}) => value)).toEqual([0.3, 0.3, 0.3, 0.3]);
  });
});

describe("a count out of the pupils on roll", () => {
  test("is summed over a lineage, over the headcount of the rows that have one", async () => {
    const found = await outcomes(
      {
        ...exclusions(
          exclusionsRow(9014010, {headcount: "0", fixed: "35"}),
          exclusionsRow(9016901, {headcount: "900", fixed: "10"})
        ),
        "school_list_2017-18.csv": listFile([9014010, 900001], [9016901, 900501]),
        "links_edubasealldata20230421.csv": linksFile([900001, 900501, "01-09-2016"])
      },
      "suspension_rate"
    );
    expect(found.map(({school_id, value}) => [school_id, value])).toEqual([[900501, 5]]);
  });

  test("has a reason where nobody is on roll", async () => {
    const [only] = await outcomes(exclusions(exclusionsRow(9014001, {headcount: "0"})), "suspension_rate");
    expect(only).toMatchObject({value: null, missing: "no_pupils"});
  });

  test("keeps the publisher’s reason where the count is none", async () => {
    const [only] = await outcomes(exclusions(exclusionsRow(9014001, {fixed: "."})), "suspension_rate");
    expect(only).toMatchObject({value: null, missing: "not_applicable"});
  });

  test("counts scaled numbers as printed, never cut to whole ones", async () => {
    const [only] = await outcomes(
      exclusions(exclusionsRow(9014001, {year: "200809", fixed: "4.5", pupils: "4", headcount: "900"})),
      "suspension_rate"
    );
    expect(only.value).toBe(0.5);
  });
});

describe("suspensions by term", () => {
  const header =
    "time_period,time_identifier,geographic_level,old_la_code,school_name,school_urn,school_laestab,education_phase,headcount,suspension,one_plus_susp,perm_excl";
  const term = (name: string, headcount: number, suspensions: number | string) =>
    `202122,${name} term,School,901,Ash School,900001,9014001,State-funded secondary,${headcount},${suspensions},5,0`;

  test("are the sum of three terms out of the pupils in spring", async () => {
    const [only] = await outcomes(
      {"exc.csv": lines(header, term("Autumn", 990, 10), term("Spring", 1000, 20), term("Summer", 980, 30))},
      "suspension_rate"
    );
    expect(only).toMatchObject({value: 6, missing: null});
  });

  test("are no year’s where a term is not there", async () => {
    const [only] = await outcomes(
      {"exc.csv": lines(header, term("Autumn", 990, 10), term("Spring", 1000, 20))},
      "suspension_rate"
    );
    expect(only).toMatchObject({value: null, missing: "term_missing"});
  });

  test("are no year’s where a term is suppressed", async () => {
    const [only] = await outcomes(
      {"exc.csv": lines(header, term("Autumn", 990, 10), term("Spring", 1000, 20), term("Summer", 980, "c"))},
      "suspension_rate"
    );
    expect(only).toMatchObject({value: null, missing: "suppressed"});
  });
});

describe("a school that changed its URN during a year", () => {
  const links = {
    "links_edubasealldata20230421.csv": linksFile([900001, 900501, "01-01-2019"]),
    "edubasealldata20190301.csv": lines(
      "URN,LA (code),EstablishmentNumber,EstablishmentName,EstablishmentStatus (name),Postcode,SchoolCapacity",
      "900001,901,4001,Ash School,Closed,AA1 1AA,900",
      "900501,901,6901,Ash Academy,Open,aa11aa,900"
    )
  };

  test("has no rate of absence that stands for the year, where each part is printed apart", async () => {
    const [only] = await outcomes(
      {"2018-2019_england_abs.csv": absenceFile("901,4001,900001,5.0,10.0", "901,6901,900501,6.0,12.0"), ...links},
      "overall_absence_pct"
    );
    expect(only).toMatchObject({school_id: 900501, value: null, missing: "changed_in_year"});
  });

  test("has the rate of its one row, where one is printed", async () => {
    const [only] = await outcomes(
      {"2018-2019_england_abs.csv": absenceFile("901,4001,900001,5.0,10.0"), ...links},
      "overall_absence_pct"
    );
    expect(only).toMatchObject({school_id: 900501, value: 5});
  });

  test("has its predecessor’s results where the academy’s row of the year is blank", async () => {
    const [only] = await outcomes(
      {
        "2013-2014_england_ks4final.csv": lines(
          "RECTYPE,LEA,ESTAB,URN,SCHNAME,TPUP,PTAC5EM_PTQ",
          "1,901,4001,900001,Ash School,127,45%",
          "1,901,6901,900501,Ash Academy,,"
        ),
        ...links
      },
      "ks4_attainment"
    );
    expect(only).toMatchObject({school_id: 900501, value: 45, missing: null});
  });

  test("has no share of truants that stands for the year", async () => {
    const header =
      "time_period,geographic_level,old_la_code,laestab,urn,school_type,enrolments,enrol_overall,enrol_unauthorised,enrol_auth_illness";
    const [only] = await outcomes(
      {
        "reasons.csv": lines(
          header,
          "201617,School,901,9014001,900001,State-funded secondary,500,400,90,300",
          "201617,School,901,9016901,900501,State-funded secondary,510,410,80,310"
        ),
        ...links
      },
      "truant_pupils_pct"
    );
    expect(only).toMatchObject({value: null, missing: "changed_in_year"});
  });

  test("an equal row printed twice is no change", async () => {
    const [only] = await outcomes(
      {"2018-2019_england_abs.csv": absenceFile("901,4001,900001,5.0,10.0", "901,4001,900001,5.0,10.0")},
      "overall_absence_pct"
    );
    expect(only).toMatchObject({value: 5, missing: null});
  });
});

describe("where a measure is read", () => {
  test("a destination is an outcome of the year the leavers left", async () => {
    const header = "RECTYPE,LEA,ESTAB,URN,SCHNAME,NFTYPE,COHORT,OVERALL_DEST,EDUCATION,OVERALL_DESTPER,EDUCATIONPER";
    const [only] = await outcomes(
      {
        "2018-2019_england_ks4-pupdest.csv": lines(
          header,
          "1,901,4001,900001,Ash,CY,100,95,88,95%,88%",
          "NAT,,,,,,,,,,"
        )
      },
      "sustained_education_pct"
    );
    expect(only).toMatchObject({academic_year: 2017, value: 88});
  });

  test("the better source is read first, and the other where it has no value", async () => {
    const ees =
      "time_period,geographic_level,old_la_code,school_urn,school_laestab,school_name,school_type,enrolments,sess_overall_percent,sess_unauthorised_percent";
    const row = (urn: number, overall: string) =>
      `201819,School,901,${urn},${urn + 8114000},School,State-funded secondary,500,${overall},1`;
    const found = await outcomes(
      {
        "1a_absence_3term_school.csv": lines(ees, row(900001, "4.5"), row(900002, "c")),
        "2018-2019_england_abs.csv": absenceFile("901,4001,900001,5.0,10.0", "901,4002,900002,6.0,12.0")
      },
      "overall_absence_pct"
    );
    expect(found.map(({value}) => value)).toEqual([4.5, 6]);
  });

  test("each year is read by the column of its segment", async () => {
    const old = ks4File(ks4Row(900001)).replace("ATT8SCR", "PTAC5EM_PTQ");
    const found = await outcomes(
      {"2013-2014_ks4final.csv": old, "2018-2019_ks4final.csv": ks4File(ks4Row(900001, {attainment: "47"}))},
      "ks4_attainment"
    );
    expect(found.map(({academic_year, value}) => [academic_year, value])).toEqual([
      [2014, 50],
      [2019, 47]
    ]);
  });

  test("a year outside every segment is no outcome", async () => {
    const found = await outcomes({"2018-2019_ks4final.csv": ks4File(ks4Row(900001))}, "ks4_value_added");
    expect(found).toEqual([]);
  });
});
