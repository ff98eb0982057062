import {randomLcg, randomNormal, range} from "d3";
import type {LongPanel} from "../../src/library/panel/long-panel.ts";

/** Numbers drawn from one seed. */
interface Draws {
  uniform: () => number;
  normal: () => number;
}

const drawsFrom = (seed: number): Draws => {
  // The generator’s first numbers are close for close seeds.
  const uniform = randomLcg((((seed + 1) * 0x9e3779b9) % 2 ** 32) / 2 ** 32);
  for (let i = 0; i < 8; i++) uniform();
  return {uniform, normal: randomNormal.source(uniform)(0, 1)};
};

const firstYear = 2011;

export interface PlannedPanel {
  seed: number;
  units: number;
  years: number;
  /** Share of units ever treated, and how many cohorts they are dealt into. */
  treated: number;
  cohorts: number;
  /** Treated units that share a cluster, its cohort and shocks of its own. */
  clusterSize: number;
  /** Share of rows left out. */
  missing: number;
  /** Standard deviation of the effect between units, and its change a year. */
  spread: number;
  drift: number;
}

/** What every planned panel’s effect is on average at event time 0. */
export const plannedEffect = 0.5;

/**
 * A panel in which trends are parallel: effects of units and years, noise of
 * variance 1 and, within clusters, a shared shock a year of standard deviation ½. Who is treated, and when,
 * is a matter of chance; the effect is ½ on average in the first year, and grows.
 */
export function plannedPanel(plan: PlannedPanel): LongPanel {
  const {seed, units, years, treated, cohorts, clusterSize, missing, spread, drift} = plan;
  const {uniform, normal} = drawsFrom(seed);
  const treatedUnits = Math.round(units * treated);
  const cluster = Int32Array.from({length: units}, (_, u) =>
    u < treatedUnits ? Math.floor(u / clusterSize) : Math.ceil(treatedUnits / clusterSize) + u - treatedUnits
  );
  const clusters = cluster.at(-1)! + 1;
  const cohort = Float64Array.from({length: units}, (_, u) =>
    u < treatedUnits ? firstYear + Math.floor(years / 2) - 1 + (cluster[u] % cohorts) : Infinity
  );
  const shared = range(clusters * years).map(() => (clusterSize > 1 ? normal() / 2 : 0));
  const common = range(years).map(normal);
  const rows: {u: number; t: number; y: number}[] = [];
  for (let u = 0; u < units; u++) {
    const level = 2 * normal();
    const own = plannedEffect + spread * normal();
    for (let t = 0; t < years; t++) {
      const event = firstYear + t - cohort[u];
      const effect = event >= 0 ? own + drift * event : 0;
      const y = level + common[t] + shared[cluster[u] * years + t] + normal() + effect;
      if (uniform() >= missing) rows.push({u, t, y});
    }
  }
  return makePanel(rows, {cohort, cluster, clusters});
}

export interface SelectedPanel {
  seed: number;
  units: number;
  years: number;
  /** By how much a shock lasts into the next year: the coefficient of an autoregression. */
  persistence: number;
  /** Once, after one year for all; after each year’s shocks, until nobody is left; or by lot, as often as after each year. */
  chosen: "once" | "each_year" | "at_random";
}

/**
 * A panel without any effect in which the units whose shock lies in the lowest
 * eighth of a year are treated from the next year on, and never again chosen.
 */
export function selectedPanel({seed, units, years, persistence, chosen}: SelectedPanel): LongPanel {
  const {uniform, normal} = drawsFrom(seed);
  const innovation = Math.sqrt(1 - persistence ** 2);
  const cohort = new Float64Array(units).fill(Infinity);
  const shocks = range(units).map(() => {
    let last = normal();
    return range(years).map(() => (last = persistence * last + innovation * normal()));
  });
  const selects = chosen === "once" ? [Math.floor(years / 2)] : range(4, years - 1);
  for (const t of selects) {
    const ranks = shocks.map((own) => (chosen === "at_random" ? uniform() : own[t]));
    const limit = ranks.toSorted((a, b) => a - b)[Math.floor(units / 8)];
    ranks.forEach((rank, u) => {
      if (rank < limit && cohort[u] === Infinity) cohort[u] = firstYear + t + 1;
    });
  }
  const common = range(years).map(normal);
  const rows = shocks.flatMap((own, u) => {
    const level = 2 * normal();
    return own.map((shock, t) => ({u, t, y: level + common[t] + shock}));
  });
  return makePanel(rows, {cohort, cluster: Int32Array.from(cohort.keys()), clusters: units});
}

function makePanel(
  rows: readonly {u: number; t: number; y: number}[],
  {cohort, cluster, clusters}: Pick<LongPanel, "cohort" | "cluster" | "clusters">
): LongPanel {
  return {
    ids: range(cohort.length).map(String),
    unit: Int32Array.from(rows, ({u}) => u),
    period: Int32Array.from(rows, ({t}) => firstYear + t),
    outcome: Float64Array.from(rows, ({y}) => y),
    cohort,
    cluster,
    clusters,
    weights: null,
    covariates: []
  };
}
