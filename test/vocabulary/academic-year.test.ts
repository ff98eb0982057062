import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {formatAcademicYear, parseAcademicYear} from "../../src/vocabulary/academic-year.ts";

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
