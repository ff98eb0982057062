import {describe, expect, test} from "vitest";
import {lookAgain} from "../../src/lists/second-look.ts";
import {check, memberList} from "./made-lists.ts";

const look = (...rows: Record<string, string>[]) => {
  const text = memberList(...rows.map((row, i) => ({urn: String(900001 + i), ...row})));
  return lookAgain(check(text), [{file: "members.csv", text}]).map(
    ({row, code, message, fix}) => `${row} ${code}: ${message} → ${fix}`
  );
};

describe("a second look at the problems of a list", () => {
  test("asks of days in January that would all be firsts of a month with the month first", () => {
    expect(look({from_date: "09/01/2018"}, {from_date: "04/01/2019", to_date: "08/01/2020"})).toEqual([
      "2 date_maybe_month_first: “09/01/2018” is read with the day first, as 9 January 2018 (so are 2 more); with the month first all would be the first of a month → if that is meant, write day/month/year, as 01/09/2018, or 2018-09-01, which cannot be mistaken"
    ]);
  });

  test.each([["01/09/2018"], ["01/01/2018"], ["13/01/2018"], ["2018-01-09"], ["09/02/2018"], ["autumn 2018"]])(
    "asks nothing where one of the days is %s",
    (from_date) => {
      expect(look({from_date}, {from_date: "09/01/2018"}).filter((line) => line.includes("maybe"))).toEqual(
        /^(2018|autumn)/.test(from_date) ? [expect.any(String)] : []
      );
    }
  );

  test("knows a comma before pence, and leaves that of thousands as it is", () => {
    expect(look({cost_per_year: "1200,50"})).toEqual([
      "2 cost_not_a_number: “1200,50” is not a plain number → write 1200.50 if the comma stands before pence: a point there, and no commas"
    ]);
    expect(look({cost_per_year: "£1,200"})[0]).toContain("write 1200: no £, commas or spaces");
  });
});
