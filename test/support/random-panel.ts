import type {LongPanel} from "../../src/library/panel/long-panel.ts";
import {mersenneTwister} from "../../src/library/statistics/mersenne-twister.ts";

/** What a synthetic panel is like. Shares are of units or rows. */
export interface RandomPanel {
  seed: number;
  units: number;
  periods: number;
  /** Share of rows left out; the first two rows of a unit stay. */
  missing: number;
  /** Share of units never treated. */
  never: number;
  weighted: boolean;
  covariates: number;
  /** Units in one cluster. */
  clusterSize: number;
}

export const plainPanel: RandomPanel = {
  seed: 1,
  units: 30,
  periods: 6,
  missing: 0,
  never: 0.4,
  weighted: false,
  covariates: 0,
  clusterSize: 1
};

/**
 * A panel from 2011 on with effects of units, years and treatment that differ by cohort
 * and grow. Cohorts start from the third period on; the last unit is never treated and the first always at some time.
 */
export function randomPanel(options: Partial<RandomPanel> = {}): LongPanel {
  const {seed, units, periods, missing, never, weighted, covariates, clusterSize} = {...plainPanel, ...options};
  const uniform = mersenneTwister(seed);
  const cohort = Float64Array.from({length: units}, (_, u) => {
    const isNever = u === units - 1 || (u > 0 && uniform() < never);
    return isNever ? Infinity : 2013 + Math.floor(uniform() * (periods - 2));
  });
  const effect = Float64Array.from({length: units}, () => 10 * uniform());
  const shock = Float64Array.from({length: periods}, () => 3 * uniform());
  const cells: [u: number, t: number][] = [];
  for (let u = 0; u < units; u++) {
    for (let t = 0; t < periods; t++) if (t < 2 || uniform() >= missing) cells.push([u, t]);
  }
  const column = (of: (u: number, t: number) => number) => Float64Array.from(cells, ([u, t]) => of(u, t));
  const columns = Array.from({length: covariates}, (_, j) => ({
    name: `x${j + 1}`,
    values: column((u, t) => 5 * uniform() + 0.3 * t + (u % 3))
  }));
  const outcome = column((u, t) => {
    const event = 2011 + t - cohort[u];
    return effect[u] + shock[t] + (event >= 0 ? 1 + 0.5 * event + 0.2 * (cohort[u] - 2013) : 0) + 2 * uniform();
  });
  for (const {values} of columns) values.forEach((value, i) => (outcome[i] += 0.4 * value));
  return {
    ids: Array.from({length: units}, (_, u) => `unit ${u}`),
    unit: Int32Array.from(cells, ([u]) => u),
    period: Int32Array.from(cells, ([, t]) => 2011 + t),
    outcome,
    cohort,
    cluster: Int32Array.from({length: units}, (_, u) => Math.floor(u / clusterSize)),
    clusters: Math.ceil(units / clusterSize),
    weights: weighted ? column(() => 0.5 + 2 * uniform()) : null,
    covariates: columns
  };
}
