import {describe, expect, it} from "vitest";
import {fitBinaryRegression} from "../../../src/library/matching/binary-regression.ts";
import {alikeRows} from "../../../src/library/statistics/alike-rows.ts";
import {leastSquares} from "../../../src/library/statistics/least-squares.ts";
import {logisticRegression} from "../../../src/library/statistics/logistic-regression.ts";
import {mersenneTwister} from "../../../src/library/statistics/mersenne-twister.ts";
import {standardisedDesign} from "../../../src/library/statistics/standardised-design.ts";

const rows = 80;
const uniform = mersenneTwister(2);
const x = Float64Array.from({length: rows}, () => 1e6 + 3 * uniform());
const z = Float64Array.from({length: rows}, () => uniform());
const event = Uint8Array.from(x, (value) => (uniform() < 1 / (1 + Math.exp(-(value - 1e6 - 1.5))) ? 1 : 0));
const weights = Float64Array.from(x, () => 0.5 + uniform());
const {design} = standardisedDesign(rows, [
  {name: "x", values: x},
  {name: "z", values: z}
]);

describe("logisticRegression(design, event, weights)", () => {
  it("fits so that scores are at right angles to every column", () => {
    const {scores} = logisticRegression(design, event, weights)!;
    for (const column of [new Float64Array(rows).fill(1), ...design.columns]) {
      const sum = scores.reduce((all, score, i) => all + score * column[i], 0);
      // A last step that moved the deviance by 1e-8 of it leaves a slope of about the square of the step.
      expect(Math.abs(sum)).toBeLessThan(1e-5);
    }
  });

  it("gives the same whether rows that are alike are taken together or not", () => {
    const step = x.map((value) => Math.round(value - 1e6));
    const some = standardisedDesign(rows, [{name: "step", values: step}]).design;
    const together = logisticRegression(some, event, weights, alikeRows(rows, [step]))!;
    const apart = logisticRegression(some, event, weights)!;
    expect(alikeRows(rows, [step]).count).toBeLessThan(5);
    together.fitted.forEach((p, i) => expect(p).toBeCloseTo(apart.fitted[i], 12));
    together.scores.forEach((score, i) => expect(score).toBeCloseTo(apart.scores[i], 12));
    together.curvature.lower.forEach((value, j) => expect(value).toBeCloseTo(apart.curvature.lower[j], 10));
  });

  it("gives, where rows weigh alike, the chances of the slower fit that matching makes", () => {
    const {fitted} = logisticRegression(design, event, x.slice().fill(1))!;
    const columns = [
      {name: "x", values: x},
      {name: "z", values: z}
    ];
    // The same steps from the same start, and as many: only rounding is between them.
    fitBinaryRegression(event, columns, {link: "logit"}).fitted.forEach((p, i) =>
      expect(Math.abs(p - fitted[i])).toBeLessThan(1e-12)
    );
  });

  it("is the share of events where there is only the intercept", () => {
    const {fitted} = logisticRegression(standardisedDesign(rows, []).design, event, weights)!;
    let sum = 0;
    let total = 0;
    for (let i = 0; i < rows; i++) {
      sum += weights[i] * event[i];
      total += weights[i];
    }
    expect(fitted[0]).toBeCloseTo(sum / total, 10);
  });

  it("has no answer where a column tells the events apart", () => {
    const apart = standardisedDesign(rows, [{name: "apart", values: Float64Array.from(event)}]).design;
    expect(logisticRegression(apart, event, weights)).toBeNull();
  });
});

describe("leastSquares(design, outcome, weights)", () => {
  it("leaves residuals at right angles to every column, and rows of weight 0 out", () => {
    const some = weights.map((weight, i) => (i % 3 ? weight : 0));
    const {scores, fitted} = leastSquares(design, z, some)!;
    expect([...scores.keys()].filter((i) => some[i] === 0 && scores[i] !== 0)).toEqual([]);
    // z is a column: it is fitted exactly, in every row.
    fitted.forEach((value, i) => expect(value).toBeCloseTo(z[i], 9));
  });

  it("has no answer where the rows that count are alike", () => {
    expect(
      leastSquares(
        design,
        z,
        weights.map((_, i) => (i < 2 ? 1 : 0))
      )
    ).toBeNull();
  });
});

describe("standardisedDesign(rows, columns)", () => {
  it("keeps the digits of a column far from zero, and names what says nothing new", () => {
    const {design: some, collinear} = standardisedDesign(rows, [
      {name: "x", values: x},
      {name: "constant", values: x.slice().fill(7)},
      {name: "z", values: z},
      {name: "sum", values: x.map((value, i) => 2 * value - z[i])}
    ]);
    expect(collinear).toEqual(["constant", "sum"]);
    expect(some.columns).toHaveLength(2);
    for (const column of some.columns) {
      expect(column.reduce((sum, value) => sum + value, 0) / rows).toBeCloseTo(0, 9);
      expect(column.reduce((sum, value) => sum + value * value, 0) / rows).toBeCloseTo(1, 9);
    }
  });
});
