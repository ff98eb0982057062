import {expect, test} from "vitest";
import {dated, longDate, onYears, schoolYear} from "../../dashboards/components/ui/dates.ts";

test("a date is said as far as it is known", () => {
  expect(["2013-09-01", "2013-09", "2013"].map(longDate)).toEqual(["1 September 2013", "September 2013", "2013"]);
  expect(dated("2013-09-01", "day", "none")).toBe("1 September 2013");
  expect(dated("2013-09-01", "month", "none")).toBe("September 2013");
  expect(dated("2013-09-01", "year", "none")).toBe("2013/14, known to the year");
  expect(dated("2020-07-15", "by", "none")).toBe("by 15 July 2020");
  expect(dated(null, "day", "still a member")).toBe("still a member");
});

test("an academic year begins on 1 September", () => {
  expect(schoolYear("2013-08-31")).toBe(2013);
  expect(schoolYear("2013-09-01")).toBe(2014);
});

test("on an axis a year lies half a unit to either side of the year in which it ends, leap years too", () => {
  expect(onYears("2013-09-01")).toBe(2013.5);
  expect(onYears("2016-08-31")).toBeCloseTo(2016.5 - 1 / 366, 12);
  expect(onYears("2016-09-01")).toBe(2016.5);
});
