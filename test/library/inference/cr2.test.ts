import {describe, expect, it} from "vitest";
import {numbers, readTable, texts} from "../../../pipelines/read/table.ts";
import {clusteredMean} from "../../../src/library/inference/cr2.ts";

const folder = "test/reference/cr2";

describe("clusteredMean(values, cluster, count)", () => {
  it.each(["even", "uneven", "two", "single", "one_large"])(
    "is what the matrices of Bell and McCaffrey give in base R: %s (test/reference/cr2/make.R)",
    async (set) => {
      const values = await readTable(`${folder}/values.csv`);
      const expected = await readTable(`${folder}/expected.csv`);
      const rows = texts(values, "set").flatMap((of, i) => (of === set ? [i] : []));
      const cluster = Int32Array.from(rows, (i) => numbers(values, "cluster")[i]);
      const ours = clusteredMean(
        Float64Array.from(rows, (i) => numbers(values, "value")[i]),
        cluster,
        Math.max(...cluster) + 1
      );
      const at = texts(expected, "set").indexOf(set);
      for (const figure of ["estimate", "se", "degrees"] as const) {
        const answer = numbers(expected, figure)[at];
        expect(Math.abs(ours[figure] / answer - 1), figure).toBeLessThan(1e-12);
      }
      expect(ours.clusters).toBe(new Set(cluster).size);
    }
  );

  it("is G ÷ (G − 1) and G − 1 degrees with clusters of one size", () => {
    const values = Float64Array.of(1, 2, 4, 8, 3, 5);
    const cluster = Int32Array.of(0, 0, 1, 1, 2, 2);
    const {se, degrees, estimate} = clusteredMean(values, cluster, 3);
    const totals = [3, 12, 8].map((sum) => sum - 2 * estimate);
    const plain = Math.hypot(...totals) / 6;
    expect(se).toBeCloseTo(plain * Math.sqrt(3 / 2), 12);
    expect(degrees).toBeCloseTo(2, 12);
  });

  it("claims nothing of one cluster", () => {
    expect(clusteredMean(Float64Array.of(1, 2), Int32Array.of(0, 0), 1)).toEqual({
      estimate: 1.5,
      se: NaN,
      degrees: NaN,
      clusters: 1
    });
  });
});
