import {describe, expect, test} from "vitest";
import {findHeader, TITLE_ROWS} from "../../src/published-files/header.ts";
import {madeSource} from "../support/made-source.ts";

const sources = [madeSource()];
const header = ["URN", "SCORE"];
const title = ["Scores of schools", ""];

describe("findHeader(rows, sources)", () => {
  test("is the first row of a file that begins with it", () => {
    expect(findHeader([header, ["900001", "5"]], sources)).toEqual({header, row: 1});
  });

  test("is the first row a source is known by, below a title and blank rows", () => {
    expect(findHeader([title, [""], header, ["900001", "5"]], sources)).toEqual({header, row: 3});
  });

  test("is the first of two rows that a source is known by", () => {
    expect(findHeader([header, [...header, "again"]], sources)).toEqual({header, row: 1});
  });

  test("is the first row where no source is known by any", () => {
    expect(findHeader([title, ["bread", "butter"]], sources)).toEqual({header: title, row: 1});
  });

  test("is looked for no further down than ten rows", () => {
    const below = (rows: number) => [...Array.from({length: rows}, () => title), header];
    expect(findHeader(below(TITLE_ROWS), sources).row).toBe(10);
    expect(findHeader(below(TITLE_ROWS + 1), sources).row).toBe(1);
  });

  test("is nothing of nothing", () => {
    expect(findHeader([], sources)).toEqual({header: [], row: 1});
  });
});
