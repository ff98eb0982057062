import type {LongPanel} from "../../src/library/panel/long-panel.ts";
import {slowLeastSquares} from "./slow-pool-regression.ts";

export interface SlowOptions {
  base: readonly [number, number];
  squares: boolean;
  laggedOutcome: boolean;
  after: readonly [number, number];
  notYet: boolean;
}

interface Excess {
  unit: number;
  event: number;
  /** How far each unit moves this excess by moving the line: by unit. */
  moves: number[];
  excess: number;
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Every excess, from METHOD.md §6 in plain loops: one regression a treated unit and year, with (X′X)⁻¹ column by column. */
export function slowExcesses(
  panel: LongPanel,
  {base, squares, laggedOutcome, notYet}: Omit<SlowOptions, "after">
): Excess[] {
  const {unit, period, outcome, cohort, covariates, ids} = panel;
  const values = (u: number, of: Float64Array, from: number, to: number) =>
    [...unit.keys()]
      .filter((k) => unit[k] === u && period[k] >= from && period[k] <= to && !Number.isNaN(of[k]))
      .map((k) => of[k]);
  const found: Excess[] = [];
  for (const g of new Set(cohort)) {
    if (g === Infinity) continue;
    const readBase = (u: number, of: Float64Array) => mean(values(u, of, g + base[0], g + base[1]));
    const past = ids.map((_, u) => readBase(u, outcome));
    const plain = ids.map((_, u) => [
      ...(laggedOutcome ? [past[u]] : []),
      ...covariates.map((covariate) => readBase(u, covariate.values))
    ]);
    const row = (u: number) => [1, ...plain[u], ...(squares ? plain[u].map((x) => x * x) : [])];
    for (const t of new Set(period)) {
      const change = ids.map((_, u) => (values(u, outcome, t, t)[0] ?? NaN) - past[u]);
      const counts = (u: number) => ![change[u], ...row(u)].some((value) => Number.isNaN(value));
      const later = (own: number) => (notYet ? own > Math.max(g, t) : own === Infinity);
      const donors = [...ids.keys()].filter((u) => later(cohort[u]) && counts(u));
      const treated = [...ids.keys()].filter((u) => cohort[u] === g && counts(u) && (panel.studied?.[u] ?? 1) === 1);
      if (!treated.length || donors.length < 3) continue;
      const rows = donors.map(row);
      const beta = slowLeastSquares(
        rows,
        donors.map((u) => change[u])
      );
      const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, value, j) => sum + value * b[j], 0);
      // The line that each donor alone would add: regressing a 1 at it and 0 elsewhere.
      const alone = donors.map((_, i) =>
        slowLeastSquares(
          rows,
          donors.map((__, k) => (k === i ? 1 : 0))
        )
      );
      for (const u of treated) {
        const moves = ids.map(() => 0);
        donors.forEach((j, i) => (moves[j] = -dot(row(u), alone[i]) * (change[j] - dot(row(j), beta))));
        found.push({unit: u, event: t - g, moves, excess: change[u] - dot(row(u), beta)});
      }
    }
  }
  return found;
}

/** The mean over units of each unit’s mean over the event times, and its influence by unit. */
export function slowMean(excesses: readonly Excess[], isIncluded: (event: number) => boolean) {
  const own = new Map<number, Excess[]>();
  for (const one of excesses) if (isIncluded(one.event)) own.set(one.unit, [...(own.get(one.unit) ?? []), one]);
  const means = new Map([...own].map(([u, some]) => [u, mean(some.map(({excess}) => excess))]));
  const estimate = mean([...means.values()]);
  const influence = excesses[0].moves.map((_, u) => {
    const moved = [...own.values()].map((some) => mean(some.map(({moves}) => moves[u])));
    const treated = means.get(u);
    return ((treated === undefined ? 0 : treated - estimate) + moved.reduce((a, b) => a + b, 0)) / own.size;
  });
  return {estimate, influence, schools: own.size};
}
