import {describe, expect, test} from "vitest";
import {dayBefore, firstDay, isPartialDate, lastDay, startDay} from "../../src/vocabulary/partial-date.ts";

describe("partial dates", () => {
  test("mean the first to the last day of what is known", () => {
    expect(["2003", "2018-09", "2020-02", "2019-04-01"].map((date) => [firstDay(date), lastDay(date)])).toEqual([
      ["2003-01-01", "2003-12-31"],
      ["2018-09-01", "2018-09-30"],
      ["2020-02-01", "2020-02-29"],
      ["2019-04-01", "2019-04-01"]
    ]);
  });

  test("of a start count from their first day, a bare year from the September in it", () => {
    expect(["2014", "2014-01", "2014-03-05"].map(startDay)).toEqual(["2014-09-01", "2014-01-01", "2014-03-05"]);
  });

  test("are refused if no such day exists or they are written another way", () => {
    const wrong = ["2019-02-29", "2019-13", "2019-00", "01/09/2018", "2018/19", "201", "", "2018-9"];
    expect(wrong.filter(isPartialDate)).toEqual([]);
  });

  test("are taken at each precision", () => {
    const right = ["2019", "2019-12", "2020-02-29"];
    expect(right.filter(isPartialDate)).toEqual(right);
  });

  test("have a day before, across months and years", () => {
    expect(["2019-04-01", "2020-03-01", "2021-01-01"].map(dayBefore)).toEqual([
      "2019-03-31",
      "2020-02-29",
      "2020-12-31"
    ]);
  });
});
