import {range} from "d3";
import {expect, test} from "vitest";
import {signedSums, signsFrom} from "../../../src/analysis/kernels/signed-sums.ts";
import {mersenneTwister} from "../../../src/library/statistics/index.ts";

/** One sum after another, as it is written down. */
function slowly(columns: readonly Float64Array[], draws: number, source: () => number): number[] {
  return range(draws).flatMap(() => {
    const signs = range(columns[0].length).map(() => (source() < 0.5 ? -1 : 1));
    return columns.map((column) => signs.reduce((sum, sign, row) => sum + sign * column[row], 0));
  });
}

test.each([1, 2, 3, 4])("sums of signed rows are those of adding them up one by one: %i columns", (width) => {
  const numbers = mersenneTwister(5);
  for (const rows of [1, 7, 8, 9, 16, 61, 624, 700]) {
    const columns = range(width).map(() => Float64Array.from({length: rows}, () => numbers() - 0.5));
    const found = [...signedSums(columns, {draws: 40, signs: signsFrom(rows)})];
    const asked = slowly(columns, 40, mersenneTwister(rows));
    expect(Math.max(...found.map((sum, i) => Math.abs(sum - asked[i])))).toBeLessThan(1e-12);
  }
});

test("signs go on from where the sums before left them", () => {
  const columns = [Float64Array.from(range(45), (i) => 1 + i)];
  const signs = signsFrom(9);
  const source = mersenneTwister(9);
  for (const draws of [3, 14, 1]) {
    expect([...signedSums(columns, {draws, signs})]).toEqual(slowly(columns, draws, source));
  }
});

test("no columns have no sums, and no rows sum to zero", () => {
  expect([...signedSums([], {draws: 3, signs: signsFrom(1)})]).toEqual([]);
  expect([...signedSums([new Float64Array()], {draws: 2, signs: signsFrom(1)})]).toEqual([0, 0]);
});
