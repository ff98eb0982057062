import {describe, expect, it} from "vitest";
import {reduceToClusters} from "../../../src/library/inference/clustered-regression.ts";
import {clusteredSample} from "../../support/clustered-sample.ts";
import {denseFit, denseVariance} from "../../support/dense-regression.ts";

const sample = clusteredSample(7, 6);
const units = 12;
const pickColumns = ({tested, others}: typeof sample) => [
  ...others.map((block) => ("values" in block ? block.values : new Float64Array())),
  tested
];
const dense = (columns: ArrayLike<number>[], weights: Float64Array | null) =>
  denseFit(
    Array.from(sample.outcome, (_, i) => columns.map((column) => column[i])),
    sample.outcome,
    weights
  );

describe("reduceToClusters(regression)", () => {
  it.each([null, sample.outcome.map((_, i) => 1 + (i % 3))])(
    "has the coefficient and error of the full regression",
    (weights) => {
      const columns = pickColumns(sample);
      const full = dense(columns, weights);
      const {coefficient, error, correction} = reduceToClusters({...sample, weights});
      const variance = denseVariance(full, [0, 0, 1], sample.cluster, 6);
      expect(coefficient).toBeCloseTo(full.coefficients[2], 12);
      expect(correction).toBeCloseTo((6 / 5) * (23 / (24 - 3)), 14);
      expect(error).toBeCloseTo(Math.sqrt(correction * variance), 12);
    }
  );

  it("says the same of an effect taken out as of its dummies", () => {
    const effect = {level: sample.unit, levels: units};
    const [, other] = sample.others;
    const out = reduceToClusters({...sample, others: [other], absorbed: effect});
    const dummies = reduceToClusters({...sample, others: [effect, other]});
    expect(out.coefficient).toBeCloseTo(dummies.coefficient, 12);
    expect(out.error).toBeCloseTo(dummies.error, 12);
    expect(out.correction).toBeCloseTo(dummies.correction, 14);
  });

  it("makes numbers of dummies that stay when an effect is taken out", () => {
    const effect = {level: sample.unit, levels: units};
    const third = {level: Int32Array.from(sample.unit, (_, i) => i % 3), levels: 3};
    const out = reduceToClusters({...sample, others: [third], absorbed: effect});
    const dummies = reduceToClusters({...sample, others: [effect, third]});
    expect(out.coefficient).toBeCloseTo(dummies.coefficient, 12);
    expect(out.error).toBeCloseTo(dummies.error, 12);
  });

  it("refuses a tested column that the others explain, and too few clusters", () => {
    const twice = sample.tested.map((x) => 2 * x + 1);
    expect(() => reduceToClusters({...sample, others: [...sample.others, {values: twice}]})).toThrow(
      "the other columns explain the tested one"
    );
    expect(() => reduceToClusters({...sample, cluster: new Int32Array(24), clusters: 1})).toThrow("1 clusters");
  });
});
