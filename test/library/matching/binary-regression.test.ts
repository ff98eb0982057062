import {describe, expect, it} from "vitest";
import {fitBinaryRegression} from "../../../src/library/matching/binary-regression.ts";
import {modelColumns} from "../../../src/library/matching/sample.ts";
import {madeSample} from "../../support/made-sample.ts";

const {treated, covariates} = madeSample();
const columns = modelColumns(covariates);

describe("fitBinaryRegression(treated, columns, {link})", () => {
  it("gives the log odds of a two-by-two table, with their standard error", () => {
    // 30 of 40 and 10 of 40: log odds ratio ln 9, standard error √(1/30 + 1/10 + 1/10 + 1/30), of weights one step before the last.
    const side = Uint8Array.from({length: 80}, (_, i) => (i < 30 || i >= 70 ? 1 : 0));
    const x = {name: "x", values: Float64Array.from({length: 80}, (_, i) => (i < 40 ? 1 : 0))};
    const {terms} = fitBinaryRegression(side, [x], {link: "logit"});
    expect(terms[1].coefficient).toBeCloseTo(Math.log(9), 10);
    expect(terms[1].se).toBeCloseTo(Math.sqrt(8 / 30), 5);
  });

  it("solves the score equations, which is what being the most likely means", () => {
    const {fitted} = fitBinaryRegression(treated, columns, {link: "logit"});
    for (const {values} of [{values: new Float64Array(treated.length).fill(1)}, ...columns]) {
      const score = values.reduce((sum, x, row) => sum + x * (treated[row] - fitted[row]), 0);
      const size = values.reduce((sum, x) => sum + Math.abs(x), 0);
      expect(Math.abs(score) / size).toBeLessThan(1e-6);
    }
  });

  it.each(["logit", "probit"] as const)("fits chances that do not depend on the unit of a covariate, by %s", (link) => {
    const scaled = columns.map(({name, values}) => ({name, values: values.map((x) => 1e4 * x - 3)}));
    const {fitted} = fitBinaryRegression(treated, columns, {link});
    fitBinaryRegression(treated, scaled, {link}).fitted.forEach((p, row) => expect(p).toBeCloseTo(fitted[row], 10));
  });

  it("says so where a covariate tells the treated from the others perfectly", () => {
    const wordContext = {name: "tell", values: Float64Array.from(treated, (side, row) => side + row / 1e4)};
    expect(() => fitBinaryRegression(treated, [wordContext], {link: "logit"})).toThrow(/perfectly/);
  });
});
