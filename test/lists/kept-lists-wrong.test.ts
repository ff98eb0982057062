import {describe, expect, test} from "vitest";
import {read, said, severity, words} from "./kept.ts";

describe("what cannot be read is told with its row, column, what was found and what to do", () => {
  test.each<[string, string, string[]]>([
    [
      "American dates",
      "URN,Joined\n900001,09/30/2018\n900002,01/09/2018\n",
      [
        "✗ kept.csv, row 2, column Joined: “09/30/2018” has 30 for the month",
        "if it is 30/09/2018",
        "✗ kept.csv, row 3, column Joined: “01/09/2018” could be"
      ]
    ],
    [
      "days as numbers",
      "URN,Joined\n900001,43344\n",
      ["✗ kept.csv, row 2, column Joined: “43344” is how a spreadsheet numbers days", "01/09/2018"]
    ],
    [
      "months as a spreadsheet shows them",
      "URN,Joined\n900001,Oct-09\n",
      ["✗ kept.csv, row 2, column Joined: “Oct-09” is a month as a spreadsheet shows it", "2009/10"]
    ],
    ["a day without a year", "URN,Joined\n900001,13-Sep\n", ["row 2, column Joined: “13-Sep” has no year"]],
    ["a column too narrow", "URN,Joined\n900001,########\n", ["row 2, column Joined: “####”", "widen the column"]],
    [
      "no day of the calendar",
      "URN,Joined\n900001,31/09/2018\n",
      ["row 2, column Joined: “31/09/2018” is no day", "look up the day"]
    ],
    [
      "a year with a dash that could be a month",
      "URN,Joined\n900001,2010-11\n",
      ["✗ kept.csv, row 2, column Joined: “2010-11”", "2010/11"]
    ],
    [
      "a date in no words for one",
      "URN,Joined\n900001,when it opened\n",
      ["✗ kept.csv, row 2, column Joined: “when it opened” is not a date", "autumn 2018"]
    ],
    [
      "an end before the beginning",
      "URN,Joined,Left\n900001,01/09/2018,31/08/2017\n",
      ["✗ kept.csv, row 2, column Left: ends by 31/08/2017"]
    ],
    [
      "a URN of five digits",
      "URN,Joined\n900001,2018\n90002,2018\n",
      ["✗ kept.csv, row 3, column URN: “90002” is not a URN", "it has 5 digits"]
    ],
    ["a UKPRN", "URN,Joined\n900001,2018\n10090002,2018\n", ["✗ kept.csv, row 3, column URN: “10090002”", "UKPRN"]],
    [
      "a URN that lost its digits",
      "URN,Joined\n900001,2018\n9E+05,2018\n",
      ["✗ kept.csv, row 3, column URN: “9E+05” lacks the last digits"]
    ],
    [
      "two URNs in a cell",
      "URN,Joined\n900001; 900002,2018\n900003,2018\n",
      ["✗ kept.csv, row 2, column URN", "holds 2 URNs", "a row of its own"]
    ],
    [
      "no URN in a row with a name",
      "School,URN,Joined\nMere,900001,2018\nWeir,,2018\n",
      ["✗ kept.csv, row 3, column URN: no URN", "Get Information about Schools"]
    ],
    [
      "a name for the URN",
      "School,URN,Joined\nMere,900001,2018\nWeir,see note,2018\n",
      ["✗ kept.csv, row 3, column URN: “see note” is not a URN"]
    ],
    [
      "a comma without quotation marks",
      "School,URN,Joined\nMere, the,900001,2018\nWeir,900002,2018\n",
      ["✗ kept.csv, row 2: has 4 cells where the header has 3", "quotation marks"]
    ],
    [
      "a quotation mark not closed",
      'School,URN\n"Mere,900001\nWeir,900002\n',
      ["✗ kept.csv, row 2: a quotation mark is opened and not closed"]
    ],
    ["a formula", "School,URN,Joined\n=HYPERLINK(1),900001,2018\n", ["✗ kept.csv, row 2, column School", "formula"]],
    [
      "a role that is none",
      "URN,Role,Joined\n900001,king,2018\n",
      ["✗ kept.csv, row 2, column Role: “king” is no role", "supported"]
    ],
    [
      "the same school twice at one time",
      "URN,Joined\n900001,01/09/2015\n900001,01/09/2018\n",
      ["✗ kept.csv, row 3, column Joined: 900001 is already a member in row 2"]
    ],
    [
      "two columns that may be URNs",
      "A,B\n900001,900011\n900002,900012\n",
      ["✗ kept.csv: has several columns of six digits: A and B", "called urn".replace("called", "URNs")]
    ],
    ["URNs side by side", "900001,900002,900003\n", ["✗ kept.csv, row 1: has its 3 schools side by side", "Transpose"]],
    [
      "LAESTABs without the register",
      "LAESTAB,Joined\n901/4001,2018\n",
      ["✗ kept.csv: gives its school by LAESTAB", "--register"]
    ],
    [
      "names of schools alone, without a register",
      "School,Town\nMere,Leeds\n",
      ["✗ kept.csv: gives its school by name, and only the register knows which URN that is", "--register"]
    ],
    [
      "neither schools nor numbers",
      "Site,Town\nMere,Leeds\n",
      ["✗ kept.csv, row 1: has no column of URNs; it has Site, Town", "called urn, is enough"]
    ],
    ["a header and no school", "URN,Joined\n", ["✗ kept.csv: has a header and no rows"]],
    ["nothing", " \n", ["✗ kept.csv: is empty"]],
    ["a workbook", "PK\u0003\u0004", ["✗ kept.csv: is a workbook"]],
    ["a web page", "<!doctype html><table><td>900001", ["✗ kept.csv: is a web page"]],
    ["letters that were lost", "School,URN\nM\u00c3\u00aar,900001\n", ["! kept.csv, row 2", "has lost letters"]]
  ])("%s", (_, text, parts) => {
    const found = words(read(text));
    for (const part of parts) expect(found).toContain(part);
  });

  test("what is read all the same is said once, with how many rows are alike", () => {
    const found = words(read(`URN\n${Array.from({length: 40}, (_, i) => `${900001 + i}.0`).join("\n")}\n`));
    expect(found).toContain("! kept.csv, row 2, column URN: “900001.0” is read as 900001");
    expect(found).toContain("… more of this sort in 39 other rows, from 3 to 41");
    expect(found).not.toContain("900002.0");
  });
});

describe("a school that is in no file is named, with its row", () => {
  test("by URN and name", () => {
    const found = read("School,URN,Joined\nHarrowdale,900001,2018\nWeir Academy,900777,2018\n", said, true);
    expect(words(found)).toContain("kept.csv, row 3, column URN: 900777 Weir Academy is not in the register");
  });

  test("by its LAESTAB, and the others are read", () => {
    const found = read("School,LAESTAB,Joined\nHarrowdale,901/4001,2018\nWeir,901/4999,2018\n", said, true);
    expect(found.unmatched).toMatchObject([{row: 3, urn: null, name: "Weir", why: "laestab_unknown"}]);
    expect(words(found)).toContain("✗ kept.csv, row 3, column LAESTAB: no school known here has the LAESTAB 901/4999");
    expect(found.members).toHaveLength(1);
  });

  test("by its LAESTAB, where the register holds not all schools there are: then it does not stop the list", () => {
    const found = read("School,LAESTAB,Joined\nHarrowdale,901/4001,2018\nWeir,901/4999,2018\n", said, "part");
    expect(found.unmatched).toMatchObject([{row: 3, urn: null, name: "Weir", why: "laestab_unknown"}]);
    expect(words(found)).toContain("! kept.csv, row 3, column LAESTAB: no school known here has the LAESTAB 901/4999");
    expect(found.members).toHaveLength(1);
    expect(severity(found, "stops")).toEqual([]);
  });
});
