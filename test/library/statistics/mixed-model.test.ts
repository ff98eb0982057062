import {determinant, inverse, Matrix} from "ml-matrix";
import {describe, expect, it} from "vitest";
import {mersenneTwister, normalNumbers} from "../../../src/library/statistics/mersenne-twister.ts";
import {fitMixedModel} from "../../../src/library/statistics/mixed-model.ts";

const groups = 12;
const each = 8;
const rows = groups * each;
const normal = normalNumbers(mersenneTwister(21));
const group = Int32Array.from({length: rows}, (_, i) => Math.floor(i / each));
const one = new Float64Array(rows).fill(1);
const x = Float64Array.from({length: rows}, (_, i) => i % each);
const own = Float64Array.from({length: groups}, () => 3 * normal());
const tilt = Float64Array.from({length: groups}, () => 0.8 * normal());
const outcome = Float64Array.from({length: rows}, (_, i) => {
  return 10 + (2 + tilt[group[i]]) * x[i] + own[group[i]] + 2 * normal();
});
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

/** −2 log restricted likelihood with dense matrices, less a constant, for variances given outright. */
function deviance(residual: number, random: Matrix): number {
  const design = new Matrix([[...one], [...x]]).transpose();
  const own = Matrix.zeros(rows, 2 * groups);
  group.forEach((g, i) => {
    own.set(i, 2 * g, 1);
    own.set(i, 2 * g + 1, x[i]);
  });
  const blocks = Matrix.zeros(2 * groups, 2 * groups);
  for (let g = 0; g < groups; g++) blocks.setSubMatrix(random, 2 * g, 2 * g);
  const variance = own.mmul(blocks).mmul(own.transpose()).add(Matrix.eye(rows).mul(residual));
  const inverted = inverse(variance);
  const inner = design.transpose().mmul(inverted).mmul(design);
  const y = Matrix.columnVector([...outcome]);
  const beta = inverse(inner).mmul(design.transpose()).mmul(inverted).mmul(y);
  const left = Matrix.sub(y, design.mmul(beta));
  const squares = left.transpose().mmul(inverted).mmul(left).get(0, 0);
  return Math.log(determinant(variance)) + Math.log(determinant(inner)) + squares;
}

describe("fitMixedModel(observations)", () => {
  it("has the analysis of variance’s answers where groups are balanced", () => {
    const fit = fitMixedModel({outcome, group, groups, fixed: [one], random: [one]});
    const means = Array.from({length: groups}, (_, g) => mean([...outcome.filter((__, i) => group[i] === g)]));
    const within = outcome.reduce((sum, y, i) => sum + (y - means[group[i]]) ** 2, 0) / (rows - groups);
    const between = (each * means.reduce((sum, m) => sum + (m - mean(means)) ** 2, 0)) / (groups - 1);
    expect(fit.residualVariance / within).toBeCloseTo(1, 8);
    expect(fit.randomVariance.get(0, 0) / ((between - within) / each)).toBeCloseTo(1, 7);
    const share = (between - within) / between;
    fit.modes.forEach(([mode], g) => expect(mode).toBeCloseTo(share * (means[g] - mean(means)), 6));
  });

  it("with intercepts and slopes is where the dense likelihood is least", () => {
    const fit = fitMixedModel({outcome, group, groups, fixed: [one, x], random: [one, x]});
    const {rows: size, columns} = fit.randomVariance;
    const variance = Matrix.zeros(size, columns);
    for (let i = 0; i < size; i++) for (let j = 0; j < columns; j++) variance.set(i, j, fit.randomVariance.get(i, j));
    const least = deviance(fit.residualVariance, variance);
    for (const factor of [0.98, 1.02]) {
      expect(deviance(fit.residualVariance * factor, variance)).toBeGreaterThan(least);
      expect(deviance(fit.residualVariance, Matrix.mul(variance, factor))).toBeGreaterThan(least);
      const bent = variance.clone().set(0, 1, variance.get(0, 1) * factor);
      bent.set(1, 0, bent.get(0, 1));
      expect(deviance(fit.residualVariance, bent)).toBeGreaterThan(least);
    }
  });

  it("finds no variance between groups where there is none to find", () => {
    const alternating = Float64Array.from({length: rows}, (_, i) => (i % 2 ? 1 : -1));
    const fit = fitMixedModel({outcome: alternating, group, groups, fixed: [one], random: [one]});
    expect(fit.randomVariance.get(0, 0)).toBeLessThan(1e-8);
  });

  it("refuses columns that say the same", () => {
    const twice = [one, one.map((v) => 2 * v)];
    expect(() => fitMixedModel({outcome, group, groups, fixed: twice, random: [one]})).toThrow("linearly dependent");
  });
});
