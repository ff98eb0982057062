import {describe, expect, test} from "vitest";
import {chooseOne, required, several, wholeNumber} from "../../../pipelines/memberships/facts/cells.ts";
import {checkEpisode, episode, type Episode} from "../../../pipelines/memberships/facts/episode.ts";
import {parseTable, type Table} from "../../../pipelines/memberships/facts/table.ts";
import {PublishedFileError} from "../../../src/library/errors.ts";

interface Row extends Episode {
  name: string;
  types: ("hub" | "alliance")[];
}
const table: Table<Row> = {
  file: "invented.csv",
  columns: {name: required, types: several(chooseOne("hub", "alliance")), ...episode},
  findFaultOf: checkEpisode
};
const header = "name,types,start,start_precision,end,end_precision";
const parse = (...lines: string[]) => parseTable(table, [header, ...lines, ""].join("\n"));

function findFault(line: string): {message: string; fix: string} {
  try {
    parse("Right,hub,2018,year,,open", line);
  } catch (error) {
    if (error instanceof PublishedFileError) return {message: error.message, fix: error.fix};
    throw error;
  }
  throw new Error(`nothing was wrong with ${line}`);
}

describe("parseTable(table, content)", () => {
  test("reads each cell by its column", () => {
    expect(parse('"One, two",hub alliance,2018-09,month,,open')).toEqual([
      {
        name: "One, two",
        types: ["hub", "alliance"],
        start: "2018-09",
        start_precision: "month",
        end: "",
        end_precision: "open"
      }
    ]);
  });

  test("reads a table without rows", () => {
    expect(parse()).toEqual([]);
  });

  test.each([
    [
      "an empty cell that must be filled",
      ",hub,2018,year,,open",
      "invented.csv, row 3, column name: the cell is empty"
    ],
    [
      "an unknown word",
      "A,hubb,2018,year,,open",
      "invented.csv, row 3, column types: “hubb” is not one of: hub, alliance"
    ],
    ["a date that does not exist", "A,hub,2018-02-30,day,,open", "column start: “2018-02-30” is not a date"],
    [
      "a precision that the date has not",
      "A,hub,2018,day,,open",
      "column start_precision: 2018 is not known to the day"
    ],
    ["an end that is both open and dated", "A,hub,2018,year,2019,open", "column end_precision: 2019 is not known"],
    ["a precision without a date", "A,hub,,about,,open", "there is no date, yet its precision is about"],
    ["an end before the start", "A,hub,2018-09,month,2018-08-31,day", "column end: it ends in 2018-08-31, before"],
    ["a row with a cell too few", "A,hub,2018,year,", "invented.csv, row 3: 5 cells under 6 columns"],
    ["an empty line between rows", "", "invented.csv, row 3: 1 cells under 6 columns"]
  ])("stops at %s, and says where", (_, line, message) => {
    expect(findFault(`${line}\nB,hub,2018,year,,open`).message).toContain(message);
  });

  test("suggests the closest word", () => {
    expect(findFault("A,allianz,2018,year,,open").fix).toBe("did you mean alliance?");
  });

  test("lets a start and an end fall in the same year", () => {
    expect(parse("A,hub,2018-09,month,2018,year")).toHaveLength(1);
  });

  test("stops at a header that is not the table’s, and names the columns wanted", () => {
    const counts: Table<{count: number}> = {file: "counts.csv", columns: {count: wholeNumber}};
    expect(() => parseTable(counts, "counts\n1\n")).toThrow("counts.csv, row 1: the columns are counts");
  });
});
