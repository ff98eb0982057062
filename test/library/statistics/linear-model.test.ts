import {randomLcg, randomNormal, range, sum} from "d3";
import {describe, expect, it} from "vitest";
import {
  crossProducts,
  crossProductsWithout,
  indexTerms,
  sumOfRows
} from "../../../src/library/statistics/linear-model.ts";

const rows = 31;
const normal = randomNormal.source(randomLcg(0.4))();
const numbers = (count: number) => Float64Array.from({length: count}, normal);
const ones = new Float64Array(rows).fill(1);

// Columns are taken four at a time, so every remainder is tried.
describe.each(range(10))("a design of %i columns", (count) => {
  const design = {rows, columns: range(count).map(() => numbers(rows))};
  const all = [ones, ...design.columns];

  it("has an index, sums and cross products as they are written", () => {
    const [beta, a] = [numbers(count + 1), numbers(rows)];
    const index = indexTerms(design, beta);
    for (let i = 0; i < rows; i++)
      expect(index[i]).toBeCloseTo(
        sum(all, (column, j) => beta[j] * column[i]),
        10
      );
    sumOfRows(design, a).forEach((value, j) =>
      expect(value).toBeCloseTo(
        sum(a, (of, i) => of * all[j][i]),
        10
      )
    );
    const products = crossProducts(design, a);
    for (let j = 0; j <= count; j++) {
      for (let k = 0; k <= j; k++) {
        expect(products[j * (count + 1) + k]).toBeCloseTo(
          sum(a, (of, i) => of * all[j][i] * all[k][i]),
          10
        );
      }
    }
  });

  it("has the cross products of the rows that are left", () => {
    const left = Float64Array.from(ones, (_, i) => (i % 3 ? 1 : 0));
    const without = range(0, rows, 3);
    const expected = crossProducts(design, left);
    crossProductsWithout(design, crossProducts(design, ones), without).forEach((value, at) =>
      expect(value).toBeCloseTo(expected[at], 10)
    );
  });
});
