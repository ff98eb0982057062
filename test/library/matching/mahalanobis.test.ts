import {inverse, Matrix} from "ml-matrix";
import {describe, expect, it} from "vitest";
import {mahalanobisCoordinates} from "../../../src/library/matching/mahalanobis.ts";
import {modelColumns, rowsWhere} from "../../../src/library/matching/sample.ts";
import {madeSample} from "../../support/made-sample.ts";

const {treated, covariates} = madeSample();
const columns = modelColumns(covariates);

/** (a − b)′ S⁻¹ (a − b) with S pooled within the two groups, as it is written. */
function slowDistance(a: number, b: number): number {
  const size = columns.length;
  const pooled = Matrix.zeros(size, size);
  for (const side of [0, 1] as const) {
    const rows = [...rowsWhere(treated, side)];
    const means = columns.map(({values}) => rows.reduce((sum, row) => sum + values[row], 0) / rows.length);
    for (const row of rows) {
      const centred = Matrix.columnVector(columns.map(({values}, j) => values[row] - means[j]));
      pooled.add(centred.mmul(centred.transpose()));
    }
  }
  const difference = Matrix.columnVector(columns.map(({values}) => values[a] - values[b]));
  const s = inverse(pooled.div(treated.length - 2));
  return Math.sqrt(difference.transpose().mmul(s).mmul(difference).get(0, 0));
}

describe("mahalanobisCoordinates(treated, columns)", () => {
  const coordinates = mahalanobisCoordinates(treated, columns);
  const distance = (a: number, b: number) => Math.hypot(...coordinates.map((values) => values[a] - values[b]));

  it("makes straight-line distances those of the definition", () => {
    for (const [a, b] of [
      [0, 40],
      [3, 77],
      [5, 6]
    ] as const)
      expect(distance(a, b)).toBeCloseTo(slowDistance(a, b), 10);
  });

  it("keeps distances when covariates are scaled and mixed", () => {
    const [x, y, ...others] = columns;
    const mixed = [
      {name: "m", values: x.values.map((value, row) => 50 * value - 0.3 * y.values[row])},
      {name: "y", values: y.values.map((value) => 7 - value / 100)},
      ...others
    ];
    const after = mahalanobisCoordinates(treated, mixed);
    for (const [a, b] of [
      [0, 40],
      [3, 77],
      [5, 6]
    ] as const) {
      expect(Math.hypot(...after.map((values) => values[a] - values[b]))).toBeCloseTo(distance(a, b), 9);
    }
  });

  it("has the last column over its pooled standard deviation first", () => {
    const [first] = mahalanobisCoordinates(treated, [columns[1], columns[0]]);
    const gaps = [7, 19].map((row) => (columns[0].values[row] - columns[0].values[0]) / (first[row] - first[0]));
    expect(gaps[0]).toBeCloseTo(gaps[1], 10);
  });

  it("refuses a column that is the same within both groups", () => {
    const side = {name: "side", values: Float64Array.from(treated)};
    expect(() => mahalanobisCoordinates(treated, [columns[0], side])).toThrow(/side says nothing of its own/);
  });
});
