import {Matrix} from "ml-matrix";
import {describe, expect, it} from "vitest";
import {factorise, solve, solveLower} from "../../../src/library/statistics/cholesky.ts";

const matrix = [
  [4, 2, 0.6],
  [2, 5, 1.5],
  [0.6, 1.5, 3]
];
const flat = (rows: number[][]) => Float64Array.from(rows.flat());
const diagonal = (rows: number[][]) => Float64Array.from(rows, (row, i) => row[i]);
const factor = (rows: number[][]) => factorise(flat(rows), {scale: diagonal(rows), tolerance: 1e-9});

describe("factorise(matrix, {scale, tolerance})", () => {
  it("gives a triangle whose product with itself is the matrix", () => {
    const lower = Matrix.from1DArray(3, 3, [...factor(matrix).lower]);
    const product = lower.mmul(lower.transpose()).to2DArray();
    product.forEach((row, i) => row.forEach((value, j) => expect(value).toBeCloseTo(matrix[i][j], 14)));
  });

  it("drops the later of two columns that say the same", () => {
    // The third column is the first plus the second.
    const {kept, rank} = factor([
      [4, 2, 6],
      [2, 5, 7],
      [6, 7, 13]
    ]);
    expect([...kept]).toEqual([1, 1, 0]);
    expect(rank).toBe(2);
  });

  it("drops a column of zeros", () => {
    expect([
      ...factor([
        [0, 0],
        [0, 2]
      ]).kept
    ]).toEqual([0, 1]);
  });
});

describe("solve(factor, right)", () => {
  it("solves", () => {
    const x = solve(factor(matrix), Float64Array.of(1, 2, 3));
    const product = new Matrix(matrix).mmul(Matrix.columnVector([...x])).to1DArray();
    product.forEach((value, i) => expect(value).toBeCloseTo(i + 1, 14));
  });

  it("solves for the columns kept, and is 0 in the others", () => {
    const x = solve(
      factor([
        [4, 4, 1],
        [4, 4, 1],
        [1, 1, 2]
      ]),
      Float64Array.of(1, 1, 3)
    );
    expect(x[1]).toBe(0);
    expect(4 * x[0] + x[2]).toBeCloseTo(1, 14);
    expect(x[0] + 2 * x[2]).toBeCloseTo(3, 14);
  });
});

describe("solveLower(factor, right)", () => {
  it("goes half of the way: its square is the quadratic form of the inverse", () => {
    const right = Float64Array.of(1, 2, 3);
    const half = solveLower(factor(matrix), right).reduce((sum, value) => sum + value * value, 0);
    const whole = solve(factor(matrix), right).reduce((sum, value, i) => sum + value * right[i], 0);
    expect(half).toBeCloseTo(whole, 14);
  });
});
