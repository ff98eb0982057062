import {group} from "d3";
import {solve} from "../../library/statistics/index.ts";
import type {DesignMatrix} from "../expected-change/design-matrix.ts";
import type {PoolRegression} from "../expected-change/pool-regression.ts";

/** What the donors of a regression move a mean of excesses by. */
export interface DonorShare {
  regression: PoolRegression;
  /** By place in the trial: the row of the phase. */
  rows: Int32Array;
  /** By regressor: sum over treated schools of what each counts times its covariates. */
  covariates: Float64Array;
  /** By row of the phase; what donors add goes into it. */
  influence: Float64Array;
}

/** Regressions that are worked on together: as many sums as go on side by side without waiting for one another. */
const together = 4;

/**
 * Takes from each influence, at every donor, its residual times its leverage on the treated schools’ covariates
 * (Sant’Anna & Zhao 2020, §3.1). Regressions of one matrix, such as those of all event times, read it together.
 */
export function addDonors(shares: readonly DonorShare[]): void {
  for (const [matrix, own] of group(shares, ({regression}) => regression.matrix)) {
    for (let i = 0; i < own.length; i += together) addTogether(matrix, own.slice(i, i + together));
  }
}

function addTogether({names, places, donors, values}: DesignMatrix, shares: readonly DonorShare[]): void {
  const width = names.length;
  const weights = new Float64Array(width * together);
  shares.forEach(({regression: {factor}, covariates}, j) => {
    const solved = solve(factor, covariates.subarray(0, factor.size));
    for (let c = 0; c < factor.size; c++) weights[c * together + j] = solved[c];
  });
  const [first, second = idle(first), third = idle(first), fourth = idle(first)] = shares;
  const {rows} = first;
  for (let k = 0, at = 0; k < donors; k++) {
    let [a, b, c, d] = [0, 0, 0, 0];
    for (let w = 0; w < weights.length; w += together, at++) {
      const value = values[at];
      a += weights[w] * value;
      b += weights[w + 1] * value;
      c += weights[w + 2] * value;
      d += weights[w + 3] * value;
    }
    const row = rows[places[k]];
    take(first, row, k, a);
    take(second, row, k, b);
    take(third, row, k, c);
    take(fourth, row, k, d);
  }
}

/** One that stands in where there are no more, and is thrown away. */
const idle = ({influence, ...share}: DonorShare): DonorShare => ({
  ...share,
  influence: new Float64Array(influence.length)
});

function take({influence, regression: {excess}}: DonorShare, row: number, k: number, leverage: number): void {
  const residual = excess[k];
  if (!Number.isNaN(residual)) influence[row] -= leverage * residual;
}
