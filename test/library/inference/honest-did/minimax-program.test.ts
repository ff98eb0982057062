import fc from "fast-check";
import {inverse, Matrix} from "ml-matrix";
import {describe, expect, it} from "vitest";
import {minimaxProgram} from "../../../../src/library/inference/honest-did/minimax-program.ts";

/** Every basis there is: the largest value among those with no negative multiplier. */
function byEveryBasis(nuisance: readonly Float64Array[], z: Float64Array): number {
  const rows = [z.map(() => 1), ...nuisance];
  const choose = (from: number, count: number): number[][] =>
    count === 0
      ? [[]]
      : Array.from({length: z.length - from}, (_, i) => from + i).flatMap((i) =>
          choose(i + 1, count - 1).map((rest) => [i, ...rest])
        );
  let best = -Infinity;
  for (const columns of choose(0, rows.length)) {
    const basis = new Matrix(rows.map((row) => columns.map((j) => row[j])));
    const pivots = columns.map((_, i) => (i === 0 ? 1 : 0));
    const inverted = safeInverse(basis);
    if (!inverted) continue;
    const multipliers = inverted.mmul(Matrix.columnVector(pivots)).to1DArray();
    if (multipliers.some((value) => value < -1e-9)) continue;
    best = Math.max(
      best,
      columns.reduce((sum, j, i) => sum + multipliers[i] * z[j], 0)
    );
  }
  return best;
}

function safeInverse(matrix: Matrix): Matrix | null {
  const inverted = inverse(matrix, true);
  return matrix.mmul(inverted).sub(Matrix.eye(matrix.rows)).norm() < 1e-6 ? inverted : null;
}

const number = fc.integer({min: -40, max: 40}).map((value) => value / 8);
const vector = (length: number) =>
  fc.array(number, {minLength: length, maxLength: length}).map((v) => Float64Array.from(v));
/** Rows of which each has its opposite, so that some multipliers are feasible. */
const half = (count: number) =>
  fc
    .array(vector(4), {minLength: count, maxLength: count})
    .map((rows) => rows.map((row) => Float64Array.from([...row, ...row.map((value) => -value)])));

describe("minimaxProgram(nuisance, moments)", () => {
  it("finds the best of all bases, for one objective after another", () => {
    fc.assert(
      fc.property(half(2), fc.array(vector(8), {minLength: 3, maxLength: 3}), (nuisance, objectives) => {
        const [a, b] = nuisance as [Float64Array, Float64Array];
        const independent = a.some((value, i) => a.some((other, j) => Math.abs(value * b[j] - other * b[i]) > 1e-6));
        fc.pre(independent);
        const program = minimaxProgram(nuisance, 8);
        for (const z of objectives) expect(program.solve(z).value).toBeCloseTo(byEveryBasis(nuisance, z), 8);
      }),
      {numRuns: 60}
    );
  });

  it("takes the largest moment where nothing else is unknown", () => {
    expect(minimaxProgram([], 4).solve(Float64Array.of(1, -2, 5, 3)).value).toBe(5);
  });

  it("gives multipliers that are feasible and worth the value", () => {
    const nuisance = [Float64Array.of(1, -1, 2, -2, 0.5, -0.5)];
    const z = Float64Array.of(3, 1, -1, 2, 0, 4);
    const {value, multipliers} = minimaxProgram(nuisance, 6).solve(z);
    const sum = (weights: Float64Array) => multipliers.reduce((total, m, i) => total + m * weights[i], 0);
    expect(Math.min(...multipliers)).toBeGreaterThanOrEqual(0);
    expect(sum(z.map(() => 1))).toBeCloseTo(1, 12);
    expect(sum(nuisance[0])).toBeCloseTo(0, 12);
    expect(sum(z)).toBeCloseTo(value, 12);
  });

  it("refuses nuisance parameters that leave nothing to test", () => {
    expect(() => minimaxProgram([Float64Array.of(1, 2, 3)], 3)).toThrow("no multipliers are feasible");
  });
});
