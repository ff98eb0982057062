import type {DonorPool} from "../../src/analysis/comparison/donor-pool.ts";
import {covariateSets, type CovariateSet} from "../../src/analysis/comparison/assumptions.ts";
import type {Study} from "../../src/analysis/comparison/study.ts";
import type {TrialExcess} from "../../src/analysis/expected-change/trial-excess.ts";

/** One regression: the change of donors on covariates, and what it expects of a school with given covariates. */
export interface ExpectedChange {
  measure: string;
  pool: string;
  cohort: number;
  event_time: number;
  assumption: CovariateSet;
  donors: number;
  residual_sd: number;
  /** By regressor: value = Σ coefficient × (covariate − centre) ÷ scale; squares are of the distance from the mean. */
  names: string[];
  coefficients: number[];
  centre: number[];
  scale: number[];
  dropped: string[];
}

/** The regressions of a measure in a donor pool. */
export function expectedRows(
  {measure}: Study,
  pool: DonorPool,
  trials: ReadonlyMap<number, TrialExcess>
): ExpectedChange[] {
  const rows: ExpectedChange[] = [];
  for (const [cohort, {regressions, from}] of trials) {
    for (const assumption of covariateSets) {
      regressions[assumption].forEach((regression, column) => {
        if (!regression) return;
        const {matrix, coefficients, dropped, donors, residual_sd} = regression;
        rows.push({
          measure,
          pool: pool.id,
          cohort,
          event_time: from + column,
          assumption,
          donors,
          residual_sd,
          names: [...matrix.names],
          coefficients: [...coefficients],
          centre: [...matrix.centre],
          scale: [...matrix.scale],
          dropped: [...dropped]
        });
      });
    }
  }
  return rows;
}

/** Change and excess of the treated, a place each in columns packed as base64. */
export interface ExcessBlock {
  measure: string;
  pool: string;
  rows: number;
  row: string;
  cohort: string;
  event_time: string;
  change: string;
  same_trend: string;
  same_past: string;
}

/** The excesses of a measure in a donor pool: of every treated school and event time with a change; NaN where nothing is expected of it. */
export function excessBlock({measure}: Study, pool: DonorPool, trials: ReadonlyMap<number, TrialExcess>): ExcessBlock {
  const row: number[] = [];
  const cohort: number[] = [];
  const event_time: number[] = [];
  const change: number[] = [];
  const same_trend: number[] = [];
  const same_past: number[] = [];
  for (const [of, {trial, from, change: changes, excess}] of trials) {
    changes.forEach((values, column) => {
      for (let i = 0; i < values.length; i++) {
        if (Number.isNaN(values[i])) continue;
        row.push(trial.rows[trial.donors + i]);
        cohort.push(of);
        event_time.push(from + column);
        change.push(values[i]);
        same_trend.push(excess.same_trend[column][i]);
        same_past.push(excess.same_past[column][i]);
      }
    });
  }
  return {
    measure,
    pool: pool.id,
    rows: row.length,
    row: pack(Int32Array.from(row)),
    cohort: pack(Int32Array.from(cohort)),
    event_time: pack(Int32Array.from(event_time)),
    change: pack(Float64Array.from(change)),
    same_trend: pack(Float64Array.from(same_trend)),
    same_past: pack(Float64Array.from(same_past))
  };
}

const pack = (values: Int32Array | Float64Array): string =>
  Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString("base64");

export const unpackIntegers = (text: string): Int32Array => {
  const bytes = Uint8Array.from(Buffer.from(text, "base64"));
  return new Int32Array(bytes.buffer);
};

export const unpackFloats = (text: string): Float64Array => {
  const bytes = Uint8Array.from(Buffer.from(text, "base64"));
  return new Float64Array(bytes.buffer);
};
