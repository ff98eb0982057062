import {Matrix, pseudoInverse} from "ml-matrix";
import type {LongPanel} from "../../src/library/panel/long-panel.ts";

/** Rows × (units + periods − 1 + columns): a dummy for each unit and each period but the first, then columns. */
export function dummyDesign(panel: LongPanel, columns: readonly ArrayLike<number>[]): number[][] {
  const periods = [...new Set(panel.period)].sort((a, b) => a - b).slice(1);
  return Array.from(panel.unit, (u, row) => [
    ...panel.ids.map((_, other) => (other === u ? 1 : 0)),
    ...periods.map((t) => (panel.period[row] === t ? 1 : 0)),
    ...columns.map((column) => column[row])
  ]);
}

export interface DenseFit {
  coefficients: number[];
  residuals: number[];
  /** (X′WX)⁻ */
  bread: Matrix;
  /** Rows of it by group, summed: the scores X_g′W e. */
  scores(group: ArrayLike<number>, groups: number): Matrix;
}

/** Weighted least squares by the pseudo-inverse of all cross-products: slow, and there is nothing to get wrong. */
export function denseFit(design: number[][], outcome: ArrayLike<number>, weights: ArrayLike<number> | null): DenseFit {
  const x = new Matrix(design);
  const weighted = new Matrix(design.map((row, i) => row.map((value) => value * (weights ? weights[i] : 1))));
  const bread = pseudoInverse(weighted.transpose().mmul(x));
  const y = Matrix.columnVector(Array.from(outcome));
  const beta = bread.mmul(weighted.transpose().mmul(y));
  const residuals = y.clone().sub(x.mmul(beta)).to1DArray();
  return {
    coefficients: beta.to1DArray(),
    residuals,
    bread,
    scores: (group, groups) => {
      const sums = Matrix.zeros(groups, x.columns);
      residuals.forEach((e, i) => {
        for (let j = 0; j < x.columns; j++) sums.set(group[i], j, sums.get(group[i], j) + weighted.get(i, j) * e);
      });
      return sums;
    }
  };
}

/** The clustered variance of a combination of coefficients, without correction. */
export function denseVariance(fit: DenseFit, combination: number[], group: ArrayLike<number>, groups: number): number {
  const direction = fit.bread.mmul(Matrix.columnVector(combination));
  return fit
    .scores(group, groups)
    .mmul(direction)
    .to1DArray()
    .reduce((sum, score) => sum + score * score, 0);
}
