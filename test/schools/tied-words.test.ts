import {describe, expect, it} from "vitest";
import {exclusionsHeader, exclusionsRow, ks4File, ks4Row, lines} from "../support/published-files.ts";
import {makeWarehouse} from "../support/make-warehouse.ts";

const information = (...schools: readonly string[]): string =>
  lines(
    "URN,LA,LANAME,LAESTAB,SCHNAME,SCHSTATUS,MINORGROUP,SCHOOLTYPE,ISPRIMARY,ISSECONDARY,ISPOST16,ADMPOL",
    ...schools
  );

describe("two files of a year that say different words of a school", () => {
  const twice = [
    "100001,330,Birmingham,3300001,ASH SCHOOL,Open,Academy,Academy converter,0,1,1,Selective",
    "100001,330,Birmingham,3300001,Ash School,Open,Academy,Academy converter,0,1,1,Selective",
    "100001,330,Birmingham,3300001,An Ash School,Open,Academy,Academy sponsor led,0,1,1,Selective"
  ];

  it.each([
    ["one way round", twice],
    ["the other way round", twice.toReversed()]
  ])("give the name in small letters that comes last in the alphabet, %s", async (_, rows) => {
    const query = await makeWarehouse(
      {
        "2018-2019_england_school_information.csv": information(...rows),
        "2018-2019_england_ks4final.csv": ks4File(ks4Row(100001, {la: "330"}))
      },
      "school"
    );
    expect(await query("select name, type, la_name from school")).toEqual([
      {name: "Ash School", type: "Academy sponsor led", la_name: "Birmingham"}
    ]);
  });
});

describe("a school with as many rows of one phase as of another", () => {
  const both = [exclusionsRow(3304001, {phase: "State-funded primary"}), exclusionsRow(3304001)];

  it.each([
    ["one way round", both],
    ["the other way round", both.toReversed()]
  ])("is of the one that comes last in the alphabet, %s", async (_, rows) => {
    const query = await makeWarehouse(
      {"exclusions_by_geographic_level.csv": lines(exclusionsHeader, ...rows)},
      "school"
    );
    expect(await query("select phase from school")).toEqual([{phase: "secondary"}]);
  });
});
