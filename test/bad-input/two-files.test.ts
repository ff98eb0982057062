import {describe, expect, test} from "vitest";
import {
  exclusionsHeader,
  exclusionsRow,
  ks4File,
  ks4Header,
  ks4National,
  ks4Row,
  lines
} from "../support/published-files.ts";
import {findBySteps, refusal, refusedBySteps, runOn} from "../support/pipeline-run.ts";

const whole = "2018-2019_901_ks4final.csv";
const partial = "2018-2019_england_ks4final.csv";
/** Two columns fewer than a whole file. */
const reduced = (...rows: string[]): string =>
  lines(ks4Header, ...rows)
    .split("\n")
    .map((line) => line.split(",").toSpliced(9, 1).toSpliced(10, 1).join(","))
    .join("\n");

describe("two stages of one year", () => {
  test("the later replaces the earlier, and schools only in the earlier are counted and left out", async () => {
    const {summary, schools} = await findBySteps({
      "2018-2019_england_ks4provisional.csv": ks4File(ks4Row(900001), ks4Row(900002), ks4Row(900003)),
      "2018-2019_england_ks4revised.csv": ks4File(ks4Row(900001, {attainment: "51"}))
    });
    expect(summary.resolved).toEqual([]);
    expect(summary.earlier_stage).toEqual([
      {source: "ks4_performance", year: "2018/19", stage: "provisional", schools: 2}
    ]);
    expect(schools).toBe(3);
  });

  test("a later stage of one authority replaces a whole England of an earlier one", async () => {
    const {summary, log} = await runOn({
      "2018-2019_england_ks4provisional.csv": ks4File(ks4Row(900001), ks4Row(900101, {la: "902"})),
      "2018-2019_902_ks4final.csv": ks4File(ks4Row(900101, {la: "902"}))
    });
    expect(summary.earlier_stage[0].schools).toBe(1);
    expect(log).toContain("Left out: 1 schools of ks4_performance 2018/19 that only the provisional stage has");
  });

  test("stages of different years do not meet", async () => {
    const {summary} = await findBySteps({
      "2017-2018_england_ks4provisional.csv": ks4File(ks4Row(900001)),
      "2018-2019_england_ks4final.csv": ks4File(ks4Row(900002))
    });
    expect(summary.earlier_stage).toEqual([]);
  });
});

describe("two files of one stage and year", () => {
  test("that hold a school alike are taken once, without a word", async () => {
    const {summary} = await findBySteps({
      [whole]: ks4File(ks4Row(900001), ks4Row(900002)),
      [partial]: lines(ks4Header, ks4Row(900001), ks4Row(900003))
    });
    expect(summary.resolved).toEqual([]);
  });

  test("that differ are settled for the more complete, with both values told", async () => {
    const {summary} = await findBySteps({
      [whole]: ks4File(ks4Row(900001), ks4Row(900002, {attainment: "41.5"})),
      [partial]: reduced(ks4Row(900001), ks4Row(900002, {attainment: "42"}))
    });
    expect(summary.resolved).toEqual([
      {
        source: "ks4_performance",
        school: "900002",
        year: "2018/19",
        column: "attainment8",
        selected: "41.5",
        left: "42.0",
        selected_from: `${whole}, row 3`,
        left_in: `${partial}, row 3`
      }
    ]);
  });

  test("that differ are settled alike whatever the files are called", async () => {
    const {summary} = await findBySteps({
      "2018-2019_z_ks4final.csv": ks4File(ks4Row(900002, {attainment: "41.5"})),
      "2018-2019_a_ks4final.csv": reduced(ks4Row(900002, {attainment: "42"}))
    });
    expect(summary.resolved.map(({selected, left}) => [selected, left])).toEqual([["41.5", "42.0"]]);
  });

  test("that differ in what one leaves blank are not told as differing", async () => {
    const {summary} = await findBySteps({
      [whole]: ks4File(ks4Row(900001, {progress: "SUPP"})),
      [partial]: lines(ks4Header, ks4Row(900001, {progress: ""}))
    });
    expect(summary.resolved).toEqual([]);
  });

  test("that differ and are of one extent are refused: both files, row, column and both values", async () => {
    const {message, fix} = await refusal({
      [whole]: ks4File(ks4Row(900001), ks4Row(900002, {attainment: "41.5"})),
      [partial]: lines(ks4Header, ks4Row(900002, {attainment: "42"}))
    });
    expect(message).toBe(
      `${partial}, row 2, column ATT8SCR: says 42.0, but ${whole}, row 3, says 41.5 of the same school in 2018/19, and neither file is the more complete`
    );
    expect(fix).toContain("take away the file that is out of date");
  });

  test("a code in one and a number in the other differ", async () => {
    const {message} = await refusedBySteps({
      [whole]: ks4File(ks4Row(900002, {progress: "SUPP"})),
      [partial]: lines(ks4Header, ks4Row(900002, {progress: "0.4"}))
    });
    expect(message).toContain("column P8MEA: says 0.4");
    expect(message).toContain("says suppressed");
  });

  test("a later URN in one is matched by LAESTAB", async () => {
    const {summary} = await findBySteps({
      [whole]: ks4File(ks4Row(900002, {estab: "4002", attainment: "41.5"})),
      [partial]: reduced(ks4Row(900502, {estab: "4002", attainment: "42"}))
    });
    expect(summary.resolved.map(({school, left}) => [school, left])).toEqual([["900002", "42.0"]]);
  });

  test("a later URN in one is matched by lineage where the LAESTAB changed too", async () => {
    const {summary} = await findBySteps({
      [whole]: ks4File(ks4Row(900002, {estab: "4002", attainment: "41.5"})),
      [partial]: reduced(ks4Row(900502, {estab: "6902", attainment: "42", postcode: "AA1 1AA"})),
      "links_edubasealldata20230421.csv": lines(
        "URN,LinkURN,LinkName,LinkType,LinkEstablishedDate",
        "900002,900502,Ash Academy,Successor,01-09-2019"
      )
    });
    expect(summary.resolved.map(({school, left}) => [school, left])).toEqual([["900502", "42.0"]]);
  });

  test("two schools that share a URN with none are not mixed up", async () => {
    const {schools} = await findBySteps({
      [whole]: ks4File(ks4Row(900002), ks4Row(900003)),
      [partial]: lines(ks4Header, ks4Row(900004))
    });
    expect(schools).toBe(3);
  });
});

describe("two rows of one school in one file", () => {
  const name = "2018-2019_england_ks4final.csv";

  test("that differ are refused: both rows, column, both values, and what to do", async () => {
    const {message, fix} = await refusal({
      [name]: ks4File(ks4Row(900001), ks4Row(900002, {attainment: "41"}), ks4Row(900002, {attainment: "43"}))
    });
    expect(message).toBe(
      `${name}, row 4, column ATT8SCR: says 43.0, but row 3 says 41.0 of the same school in 2018/19`
    );
    expect(fix).toContain("take the wrong row away");
  });

  test("that are equal are taken once", async () => {
    const {sources} = await findBySteps({[name]: ks4File(ks4Row(900002), ks4Row(900002))});
    expect(sources.find(({id}) => id === "ks4_performance")!.files[0].school_rows).toBe(2);
  });

  test("of exclusions that differ are refused", async () => {
    const {message} = await refusedBySteps({
      "exclusions.csv": lines(exclusionsHeader, exclusionsRow(9014001), exclusionsRow(9014001, {fixed: "11"}))
    });
    expect(message).toContain("exclusions.csv, row 3, column fixed_excl: says 11.0");
  });

  test("of absence, which tells no pupils, that differ are refused", async () => {
    const {message} = await refusedBySteps({
      "2018-2019_england_abs.csv": lines(
        "LA,ESTAB,URN,PERCTOT,PPERSABS10",
        "901,4001,900001,5.1,12.0",
        "901,4001,900001,6.2,12.0",
        "NAT,SEC,,5.5,13.0"
      )
    });
    expect(message).toContain("2018-2019_england_abs.csv, row 3, column PERCTOT: says 6.2");
  });

  test("of exclusions in different years stand side by side", async () => {
    const {summary} = await findBySteps({
      "exclusions.csv": lines(
        exclusionsHeader,
        exclusionsRow(9014001, {year: "201516", fixed: "3", pupils: "3"}),
        exclusionsRow(9014001)
      )
    });
    expect(summary).toEqual({warnings: [], resolved: [], earlier_stage: []});
  });
});

describe("any one source alone", () => {
  const alone: Record<string, Record<string, string>> = {
    "key stage 4": {[whole]: ks4File(ks4Row(900001))},
    "key stage 4 without national rows": {[partial]: lines(ks4Header, ks4Row(900001))},
    "key stage 4 without authorities": {
      "2015-2016_england_ks4final.csv": lines(
        "RECTYPE,URN,SCHNAME,TPUP,ATT8SCR",
        "1,900001,Ash,100,50",
        "1,900002,Elm,90,45"
      )
    },
    "national rows alone": {[whole]: lines(ks4Header, ks4National)},
    exclusions: {"exclusions.csv": lines(exclusionsHeader, exclusionsRow(9014001))},
    "links of the register": {
      "links_edubasealldata20230421.csv": lines(
        "URN,LinkURN,LinkName,LinkType,LinkEstablishedDate",
        "900001,900002,Birch School,Successor,01-09-2011"
      )
    },
    "groups of the register": {
      "allgroupsdata20220831.csv": lines(
        "Group UID,Group ID,Group Name,Group Type,Group Status,Group Postcode",
        "7001,TR07001,Elm Trust,Multi-academy trust,Open,AA1 1AA"
      )
    },
    "membership of groups": {
      "alllinksdata20220831.csv": lines(
        "URN,Group UID,Group ID,Group Name,Group Type,Group Status,Joined date,EstablishmentName",
        "900001,7001,TR07001,Elm Trust,Multi-academy trust,Open,01-09-2012,Ash School"
      )
    },
    absence: {
      "2018-2019_england_abs.csv": lines(
        "LA,ESTAB,URN,PERCTOT,PPERSABS10",
        "901,4001,900001,5.1,12.0",
        "NAT,SEC,,5.5,13.0"
      )
    }
  };

  test.each(Object.entries(alone))("%s makes a release", async (_, files) => {
    expect((await runOn(files)).summary.resolved).toEqual([]);
  });
});
