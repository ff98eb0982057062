import {range} from "d3";
import {expect, test} from "vitest";
import {mersenneTwister, signedSums} from "../../../src/library/statistics/index.ts";

/** One sum after another, as it is written down. */
function slowly(columns: readonly Float64Array[], draws: number, source: () => number): number[] {
  return range(draws).flatMap(() => {
    const signs = range(columns[0].length).map(() => (source() < 0.5 ? -1 : 1));
    return columns.map((column) => signs.reduce((sum, sign, row) => sum + sign * column[row], 0));
  });
}

test("sums of signed rows are those of adding them up one by one, whatever eighth of the rows is the last", () => {
  const numbers = mersenneTwister(5);
  for (const rows of [1, 7, 8, 9, 16, 61]) {
    const columns = range(3).map(() => Float64Array.from({length: rows}, () => numbers() - 0.5));
    const found = [...signedSums(columns, {draws: 40, source: mersenneTwister(rows)})];
    const asked = slowly(columns, 40, mersenneTwister(rows));
    expect(Math.max(...found.map((sum, i) => Math.abs(sum - asked[i])))).toBeLessThan(1e-13);
  }
});

test("no columns have no sums, and no rows sum to zero", () => {
  expect([...signedSums([], {draws: 3, source: mersenneTwister(1)})]).toEqual([]);
  expect([...signedSums([new Float64Array()], {draws: 2, source: mersenneTwister(1)})]).toEqual([0, 0]);
});
