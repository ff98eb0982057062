import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {firstTreatedYear, formatAcademicYear, parseAcademicYear} from "../src/academic-year.ts";

describe("parseAcademicYear(text)", () => {
  test.each(["201819", "2018/19", "2018-19", "2018-2019", "2018/2019", " 2018/19 "])("%j is 2019", (text) => {
    expect(parseAcademicYear(text)).toBe(2019);
  });

  test("a century ends in two noughts", () => {
    expect(parseAcademicYear("1999/00")).toBe(2000);
  });

  test.each(["", "2018", "2018/20", "2019/18", "18/19", "20182019x", "2018 to 2019", "2018/019"])(
    "%j is refused with how to write it",
    (text) => {
      expect(() => parseAcademicYear(text)).toThrow(
        expect.objectContaining({
          name: "UserError",
          message: `not an academic year: “${text}”`,
          fix: "write it as 2018/19"
        })
      );
    }
  );

  test("reads back whatever formatAcademicYear writes", () => {
    fc.assert(
      fc.property(fc.integer({min: 1901, max: 2099}), (year) => parseAcademicYear(formatAcademicYear(year)) === year)
    );
  });
});

describe("firstTreatedYear(start)", () => {
  test.each([
    ["2014-09-01", 2015],
    ["2014-12-31", 2015],
    ["2015-01-01", 2016],
    ["2015-08-31", 2016]
  ])("a start on %s first shows in the results of %i", (start, year) => {
    expect(firstTreatedYear(new Date(`${start}T00:00:00Z`))).toBe(year);
  });

  test("at least two full terms of membership come before the results of that year", () => {
    fc.assert(
      fc.property(fc.date({min: new Date("2000-01-01"), max: new Date("2030-12-31"), noInvalidDate: true}), (start) => {
        const springTerm = new Date(Date.UTC(firstTreatedYear(start), 0, 1));
        return start < springTerm && springTerm.getTime() - start.getTime() <= 366 * 86_400_000;
      })
    );
  });
});
