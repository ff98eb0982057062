import {describe, expect, test} from "vitest";
import {memberColumns} from "../../src/lists/columns.ts";
import {headerProblems, headerRow} from "../../src/lists/header.ts";

const names = Object.keys(memberColumns);
const problems = (header: readonly string[]) =>
  headerProblems(header, memberColumns, names, {file: "members.csv", row: 1});

describe("headerRow(cells, known)", () => {
  test("is the first row with two of the columns, whatever their case", () => {
    expect(headerRow([["Members"], [""], ["URN", "Role"]], names)).toBe(2);
  });

  test("is the first row of all where none has two", () => expect(headerRow([["urn"], ["900001"]], names)).toBe(0));
});

describe("headerProblems(header, columns, known, place)", () => {
  test("are none where every column is there", () => expect(problems(names)).toEqual([]));

  test.each([
    ["urn", "Unique Reference Number"],
    ["urn", "School URN"],
    ["from_date", "Date joined"],
    ["to_date", "date_left"],
    ["cost_per_year", "Fee"]
  ])("say that the column %s may be the one called %s, and say no more of that one", (column, called) => {
    const found = problems(names.map((name) => (name === column ? called : name)));
    expect(found.map(({column: where, fix}) => `${where}: ${fix}`)).toEqual([
      `${column}: if “${called}” is it, rename it ${column}`
    ]);
  });

  test("are one where the header is of another table", () => {
    expect(problems(["School", "Postcode", "Phone"]).map(({code}) => code)).toEqual(["columns_other"]);
  });
});
