import {describe, expect, test} from "vitest";
import {rows} from "../../pipelines/warehouse.ts";
import {ks4File, ks4Row} from "../support/published-files.ts";
import {ranUpTo} from "../support/make-warehouse.ts";

async function stagePupils(pupils: string): Promise<{said: string[]; values: (number | null)[]}> {
  const {warehouse, warnings} = await ranUpTo(
    {
      "2018-2019_england_ks4final.csv": ks4File(
        ks4Row(900001, {pupils: "100"}),
        ks4Row(900002, {pupils}),
        ks4Row(900003, {pupils: "140"})
      )
    },
    "staged"
  );
  const found = await rows<{pupils: number | null}>(
    warehouse,
    "select pupils from staged.ks4_performance where level = 'school' order by urn"
  );
  return {said: warnings, values: found.map((row) => row.pupils)};
}

describe("a count of pupils", () => {
  test.each([
    ["120.5", "a part of a person"],
    ["50%", "a percentage in a column of none"],
    ["£120", "money in a column of none"],
    ["1.2E+02", "a count as a spreadsheet shortens it, with digits lost"]
  ])("written %s is not taken, and file, row, column and cell are said", async (cell, why) => {
    const {said, values} = await stagePupils(cell);
    expect(said).toEqual([
      `2018-2019_england_ks4final.csv, row 3, column TPUP: “${cell}” is ${why}; not taken; download the file again and do not save it from a spreadsheet`
    ]);
    expect(values).toEqual([100, null, 140]);
  });

  test("written as published is taken", async () => {
    expect(await stagePupils("120")).toEqual({said: [], values: [100, 120, 140]});
  });
});

describe("a row of which a cell was lost, so that all after it have moved", () => {
  const name = "2018-2019_england_census.csv";
  const census = (text: string, row: number, column: string): string => {
    const lines = text.trimEnd().split("\n");
    const at = lines[0].split(",").indexOf(column);
    lines[row - 1] = lines[row - 1]
      .split(",")
      .filter((_, i) => i !== at)
      .join(",");
    return `${lines.join("\n")}\n`;
  };

  test.each([2, 4, 5])("is left out whole, and said: row %i", async (row) => {
    const header = "URN,LA,ESTAB,SCHOOLTYPE,NOR,NORG,PNORG,NORB,PNORB,TSENELSE,PSENELSE,NUMEAL,PNUMEAL,NUMFSM,PNUMFSM";
    const school = (i: number) => `90000${i},901,400${i},Community school,200,100,50%,100,50%,4,2%,30,15%,40,20%`;
    const text = census([header, ...[1, 2, 3, 4].map(school)].join("\n"), row, "NORG");
    const {warehouse, warnings} = await ranUpTo({[name]: text}, "staged");
    const found = await rows<{urn: number}>(
      warehouse,
      "select urn::integer as urn from staged.school_characteristics where level = 'school' order by urn"
    );
    expect(found.map(({urn}) => urn)).toEqual([1, 2, 3, 4].filter((i) => i !== row - 1).map((i) => 900000 + i));
    expect(warnings.join("\n")).toContain(`${name}, row ${row}, column NORG: holds a percentage in a column of none`);
    expect(warnings.join("\n")).toContain("all after it have moved; the row was left out");
  });
});
