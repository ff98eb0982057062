import {describe, expect, it} from "vitest";
import {indicatorColumns, modelColumns, rowsWhere, type Covariate} from "../../../src/library/matching/sample.ts";

const covariates: Covariate[] = [
  {name: "roll", values: Float64Array.of(5, 6, 7)},
  {name: "type", levels: ["infant", "junior"], codes: Int32Array.of(1, 0, 1)}
];

describe("indicatorColumns(covariates) and modelColumns(covariates)", () => {
  it("gives a category a column for each of its levels, named after both", () => {
    expect(indicatorColumns(covariates).map(({name, values}) => [name, ...values])).toEqual([
      ["roll", 5, 6, 7],
      ["typeinfant", 0, 1, 0],
      ["typejunior", 1, 0, 1]
    ]);
  });

  it("leaves the first level out for a model", () => {
    expect(modelColumns(covariates).map(({name}) => name)).toEqual(["roll", "typejunior"]);
  });
});

describe("rowsWhere(treated, value)", () => {
  it("lists the rows of a side in order", () => {
    expect([...rowsWhere(Uint8Array.of(0, 1, 0), 0)]).toEqual([0, 2]);
  });
});
