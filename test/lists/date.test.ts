import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {isMonthFirst, readDate} from "../../src/lists/date.ts";
import type {Precision} from "../../src/lists/vocabulary.ts";

const reading = (text: string, precision: Precision | null, monthFirstRow: number | null = null) =>
  readDate(text, {precision, monthFirstRow});

describe("readDate(text, {precision, monthFirstRow})", () => {
  test.each([
    ["01/09/2018", "day", "2018-09-01", "2018-09-01"],
    ["1/9/2018", "day", "2018-09-01", "2018-09-01"],
    ["2018-09-01", "day", "2018-09-01", "2018-09-01"],
    ["29/02/2020", "day", "2020-02-29", "2020-02-29"],
    ["09/2018", "month", "2018-09-01", "2018-09-30"],
    ["2020-02", "month", "2020-02-01", "2020-02-29"],
    ["autumn 2018", "term", "2018-09-01", "2018-12-31"],
    ["Spring term 2019", "term", "2019-01-01", "2019-04-30"],
    ["2018/19", "year", "2018-09-01", "2019-08-31"],
    ["2018/2019", "year", "2018-09-01", "2019-08-31"],
    ["2018", "year", "2018-01-01", "2018-12-31"]
  ] as const)("reads %s as a %s", (text, precision, earliest, latest) => {
    expect(reading(text, precision)).toEqual({value: {earliest, latest}, findings: []});
  });

  test.each([
    ["2018/19", "day", "date_other_precision", "change date_precision to year"],
    ["01/09/2018", "year", "date_other_precision", "write both dates like 2018/19"],
    ["2018/20", "year", "date_not_read", "2018/19"],
    ["2018-19", "year", "date_year_dash", "write 2018/19"],
    ["2010-11", "year", "date_year_dash", "write 2010/11"],
    ["2018-19", "month", "date_year_dash", "write 2018/19"],
    ["43344", "day", "date_as_number", "if it is 01/09/2018"],
    ["43344.0", "day", "date_as_number", "if it is 01/09/2018"],
    ["########", "day", "date_too_narrow", "widen the column"],
    ["Sep-18", "month", "date_mangled", "if it is a month, write 09/2018; to stop this"],
    ["Oct-09", "year", "date_mangled", "write 10/2009; if it is the academic year, write 2009/10"],
    ["13-Sep", "day", "date_without_year", "with its year"],
    ["Abc-18", "month", "date_not_read", "09/2018"],
    ["01/09/2018 00:00", "day", "date_with_time", "write 01/09/2018 without the time"],
    ["20180901", "day", "date_without_marks", "if it is 01/09/2018"],
    ["01/09/18", "day", "date_short_year", "in full"],
    ["09/30/2018", "day", "date_american", "if it is 30/09/2018"],
    ["31/02/2018", "day", "date_no_such_day", "look up the day"],
    ["2018-02-31", "day", "date_no_such_day", "look up the day"],
    ["1 September 2018", "day", "date_in_words", "if it is 01/09/2018"],
    ["01-Sep-18", "day", "date_in_words", "if it is 01/09/2018"],
    ["ongoing", "day", "date_word", "leave it empty"],
    ["soon after", "day", "date_not_read", "autumn 2018"]
  ] as const)("tells %s of precision %s: %s", (text, precision, code, fix) => {
    const {value, findings} = reading(text, precision);
    expect([value, ...findings.map((one) => one.code)]).toEqual([null, code]);
    expect(findings[0].fix).toContain(fix);
  });

  test("takes neither day of 03/04/2018 where another row can only be month first", () => {
    const {value, findings} = reading("03/04/2018", "day", 7);
    expect(value).toBeNull();
    expect(findings[0].message).toBe("“03/04/2018” could be 03/04/2018 or, as row 7 is month first, 04/03/2018");
  });

  test("takes 13/04/2018 and 04/04/2018 even there: they can be read in one way", () => {
    expect([reading("13/04/2018", "day", 7), reading("04/04/2018", "day", 7)].flatMap((r) => r.findings)).toEqual([]);
  });

  test("takes a date as exact as it is written where the list has no precision", () => {
    expect(reading("2018/19", null).value).toEqual({earliest: "2018-09-01", latest: "2019-08-31"});
  });

  test("gives a span or a finding for any text but none at all, never both and never neither", () =>
    fc.assert(
      fc.property(fc.oneof(fc.string({minLength: 1}), fc.stringMatching(/^[\d/.-]{4,10}$/)), (text) => {
        const {value, findings} = reading(text, null);
        expect([value === null ? 0 : 1, findings.length]).toEqual(value === null ? [0, 1] : [1, 0]);
      })
    ));
});

test("isMonthFirst(text) is true only of days that have no such month", () => {
  expect(["09/30/2018", "30/09/2018", "03/04/2018", "40/50/2018"].filter(isMonthFirst)).toEqual(["09/30/2018"]);
});
