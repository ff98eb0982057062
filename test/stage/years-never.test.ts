import {expect, test} from "vitest";
import {readFolder, listSaid} from "../support/read-files.ts";
import {exclusionsHeader, exclusionsRow, lines} from "../support/published-files.ts";

const of = (year: string, laestab: number) => exclusionsRow(laestab).replace(/^\d{6}/, year);

test("rows of a year to come, or before there was any, are left out of a file with years inside, with a line", async () => {
  const {warnings, query, close} = await readFolder({
    "exclusions.csv": lines(exclusionsHeader, of("201718", 9014001), of("204142", 9014002), of("195051", 9014003))
  });
  expect(await query("select academic_year::integer as year from staged.exclusions where level = 'school'")).toEqual([
    {year: 2018}
  ]);
  expect(warnings).toEqual([
    expect.stringMatching(
      /^exclusions\.csv, row 3, column time_period: says 2041\/42, which of “.*” is still to come \(and 1 more rows\): left out$/
    )
  ]);
  close();
});

test("a file of nothing else is refused by that, not by what its rows say", async () => {
  expect(
    await listSaid({"exclusions.csv": lines(exclusionsHeader, of("204142", 9014001), of("204142", 9014001))})
  ).toContain("row 2, column time_period: says 2041/42, which of");
});
