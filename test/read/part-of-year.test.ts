import {readFile} from "node:fs/promises";
import {describe, expect, test} from "vitest";
import {lines} from "../support/published-files.ts";
import {readFolder} from "../support/read-files.ts";

const [header, row] = (await readFile("test/input/absence_ees/1a_absence_3term_school.csv", "utf8")).split("\n") as [
  string,
  string
];
const year = lines(header, row);
const twoTerms = year.replaceAll("Academic year", "Autumn and spring term");

describe("absence over two terms, in the columns of the year", () => {
  test("is not taken for a year, and the sentence says what to take instead", async () => {
    await expect(readFolder({"Absence_2term_school.csv": twoTerms})).rejects.toMatchObject({
      message: expect.stringContaining("it is of autumn and spring term, which is no whole year") as string,
      fix: expect.stringContaining("full year") as string
    });
  });

  test("is left out beside the year’s, which is read", async () => {
    const {warnings, query, close} = await readFolder({
      "1a_absence_3term_school.csv": year,
      "Absence_2term_school.csv": twoTerms
    });
    const read = await query(
      "select academic_year::integer as year, sessions_possible as possible from staged.absence_ees"
    );
    close();
    expect(read).toEqual([{year: 2014, possible: 305000}]);
    expect(warnings.join("\n")).toContain("Absence_2term_school.csv");
  });
});
