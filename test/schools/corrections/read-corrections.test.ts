import {describe, expect, test} from "vitest";
import {committedCorrections} from "../../../pipelines/schools/corrections.ts";
import {readCorrections} from "../../../src/schools/corrections/read-corrections.ts";
import {UserError} from "../../../src/library/errors.ts";

const header = "what,urn,other,action,value,reason,source";
const read = (...rows: string[]) => readCorrections({file: "corrections.csv", text: [header, ...rows].join("\n")});

function refusal(...rows: string[]): string {
  try {
    read(...rows);
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
  return "nothing is wrong";
}

describe("readCorrections(file)", () => {
  test("a row is a fact, with its reason and source", () => {
    expect(read("link,900001,900002,add,2018-09-01,the register lacks it,the trust’s report of 2019")).toEqual([
      {
        row: 2,
        what: "link",
        urn: 900001,
        other: "900002",
        action: "add",
        value: "2018-09-01",
        reason: "the register lacks it",
        source: "the trust’s report of 2019"
      }
    ]);
  });

  test("a header alone corrects nothing, and empty rows are no corrections", () => {
    expect(read("", ",,,,,,")).toEqual([]);
  });

  test("days may be written as people write them", () => {
    expect(read("joined,900001,7001,set,01/09/2018,why,where")[0]).toMatchObject({value: "2018-09-01", other: "7001"});
  });

  test.each([
    [
      "place,900001,,set,2018-09-01,why,where",
      /row 2: what is “place”: write one of link, opened, closed, joined, left/
    ],
    ["opened,9001,,set,2018-09-01,why,where", /row 2: urn is “9001”/],
    ["link,900001,,remove,,why,where", /row 2: other is “”: write the URN it goes on under/],
    ["link,900001,900001,add,,why,where", /row 2: other is “900001”, the same URN/],
    ["opened,900001,7001,set,2018-09-01,why,where", /row 2: other is “7001”: leave it empty/],
    ["joined,900001,,set,2018-09-01,why,where", /row 2: other is empty: write the number of the group/],
    ["opened,900001,,add,2018-09-01,why,where", /row 2: action is “add”: of opened write one of set, remove/],
    ["closed,900001,,set,,why,where", /row 2: value is empty: to set write the day/],
    ["closed,900001,,set,2018,why,where", /row 2: value is “2018”: write a day/],
    ["closed,900001,,set,31/09/2018,why,where", /row 2: value is “31\/09\/2018”: write a day/],
    ["closed,900001,,remove,2018-09-01,why,where", /row 2: value is “2018-09-01”: leave it empty to remove/],
    ["closed,900001,,remove,,,where", /row 2: reason is empty/],
    ["closed,900001,,remove,,why,", /row 2: source is empty/],
    ["closed,900001,,remove,,why, and why,where", /row 2: has more cells than the header/],
    ["constructor,900001,,remove,,why,where", /row 2: what is “constructor”/]
  ])("%s is refused with its row", (row, said) => {
    expect(refusal(row)).toMatch(said);
  });

  test("every faulty row is named, with the file", () => {
    const said = refusal(
      "closed,1,,remove,,why,where",
      "closed,900001,,remove,,why,where",
      "left,900001,,remove,,why,where"
    );
    expect(said.split("\n").map((line) => line.slice(0, 22))).toEqual([
      "corrections.csv, row 2",
      "corrections.csv, row 4"
    ]);
  });

  test("two rows of one fact are refused", () => {
    const row = "closed,900001,,set,2018-08-31,why,where";
    expect(refusal(row, row)).toMatch(/row 3: corrects the same fact as row 2/);
  });

  test("a table without a column is refused with the header it must have", () => {
    expect(() => readCorrections({file: "corrections.csv", text: "what,urn\n"})).toThrow(
      /row 1: no column called other, action, value, reason, source/
    );
  });
});

test("the project’s own table can be read", async () => {
  expect(Array.isArray(await committedCorrections())).toBe(true);
});
