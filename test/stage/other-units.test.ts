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
