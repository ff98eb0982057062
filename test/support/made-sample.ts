import {randomLcg, randomNormal} from "d3";
import type {Sample} from "../../src/library/matching/sample.ts";

/** Units of whom the first are treated and higher in every covariate; two numbers and a category of three. */
export function madeSample({treated = 30, comparators = 90, seed = 0.3} = {}): Sample {
  const uniform = randomLcg(seed);
  const normal = randomNormal.source(uniform)(0, 1);
  const rows = treated + comparators;
  const shift = (row: number) => (row < treated ? 0.5 : 0);
  return {
    ids: Array.from({length: rows}, (_, row) => `u${row}`),
    treated: Uint8Array.from({length: rows}, (_, row) => (row < treated ? 1 : 0)),
    covariates: [
      {name: "x", values: Float64Array.from({length: rows}, (_, row) => normal() + shift(row))},
      {name: "y", values: Float64Array.from({length: rows}, (_, row) => 100 + 20 * (normal() + shift(row)))},
      {
        name: "type",
        levels: ["a", "b", "c"],
        codes: Int32Array.from({length: rows}, (_, row) =>
          uniform() < 0.3 + shift(row) / 3 ? 2 : uniform() < 0.5 ? 1 : 0
        )
      }
    ]
  };
}

/** The sample with its rows in another order: row i is the old row order[i]. */
export function reordered(sample: Sample, order: readonly number[]): Sample {
  return {
    ids: order.map((row) => sample.ids[row]),
    treated: Uint8Array.from(order, (row) => sample.treated[row]),
    covariates: sample.covariates.map((covariate) =>
      "values" in covariate
        ? {...covariate, values: Float64Array.from(order, (row) => covariate.values[row])}
        : {...covariate, codes: Int32Array.from(order, (row) => covariate.codes[row])}
    )
  };
}
