import {describe, expect, test} from "vitest";
import {readYears} from "../../pipelines/fetch/years.ts";

describe("readYears(text)", () => {
  test.each([
    ["2011-2025", {first: 2011, last: 2025}],
    ["2019", {first: 2019, last: 2019}],
    ["2018/19", {first: 2019, last: 2019}],
    ["2018-2019", {first: 2018, last: 2019}]
  ])("reads %s", (text, years) => {
    expect(readYears(text)).toEqual(years);
  });

  test.each([["2025-2011"], ["2018-19"], ["last"], ["2018/20"], [""]])("refuses %j", (text) => {
    expect(() => readYears(text)).toThrow(/not a range of years|not an academic year|run backwards/);
  });
});
