import {describe, expect, it} from "vitest";
import {chooseFormat, printTable} from "../../pipelines/tables/print-table.ts";

const rows = [
  {term: "overall", estimate: 1 / 3, se: NaN, schools: 12},
  {term: "-1, or so", estimate: -12345.678901234567, se: Infinity, schools: null}
];

describe("printTable(rows, format)", () => {
  it("gives twelve significant digits in csv, nothing where something is missing, and quotes commas", () => {
    expect(printTable(rows, "csv")).toBe(
      'term,estimate,se,schools\noverall,0.333333333333,,12\n"\'-1, or so",-12345.6789012,Inf,'
    );
  });

  it("gives twelve significant digits in json, null where something is missing", () => {
    expect(JSON.parse(printTable(rows, "json"))).toEqual([
      {term: "overall", estimate: 0.333333333333, se: null, schools: 12},
      {term: "-1, or so", estimate: -12345.6789012, se: "Inf", schools: null}
    ]);
  });

  it("lines columns up in a table, text to the left and numbers to the right", () => {
    expect(printTable(rows, "table").split("\n")).toEqual([
      "term       estimate   se  schools",
      "overall    0.333333            12",
      "-1, or so  -12345.7  Inf"
    ]);
  });
});

describe("formatOf(given)", () => {
  it("is the table unless something else is asked for, and refuses what there is not", () => {
    expect([chooseFormat(undefined), chooseFormat("csv")]).toEqual(["table", "csv"]);
    expect(() => chooseFormat("xlsx")).toThrow("no format called “xlsx”");
  });

  it("shows signs that a terminal would obey, or nobody sees, and leaves them in files", () => {
    const rows = [{school: "Ash\u001b[2J\u202e\u200b", "a\u0007b": 1}];
    expect(printTable(rows, "table").replaceAll(/ +/g, " ")).toBe("school a\\u0007b\nAsh\\u001b[2J\\u202e\\u200b 1");
    expect(printTable(rows, "csv")).toContain("Ash\u001b[2J\u202e\u200b");
  });
});
