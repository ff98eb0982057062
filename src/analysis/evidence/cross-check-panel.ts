import {range, shuffler} from "d3";
import {design} from "../../design.ts";
import type {LongPanel} from "../../library/panel/index.ts";
import {mersenneTwister} from "../../library/statistics/index.ts";
import type {DonorPool} from "../comparison/donor-pool.ts";
import type {PhaseData} from "../comparison/phase-data.ts";
import type {RoleJoined} from "../comparison/role-joined.ts";
import type {Study} from "../comparison/study.ts";
import {valueAt} from "../comparison/yearly.ts";
import type {Unit} from "../effects/units.ts";

/** What a cross-check is made from, next to the schools behind the effect. */
export interface CrossCheckTerms {
  study: Study;
  role: RoleJoined;
  pool: DonorPool;
  data: PhaseData;
  seed: number;
}

/** Schools to compare with: those that may always serve and never joined in the role, so many of them drawn by chance. */
export function drawDonors({role, pool, seed}: CrossCheckTerms, most: number): number[] {
  const joined = new Set(role.joined.map(({row}) => row));
  const rows = range(pool.treatedFrom.length).filter((row) => pool.eligibleFrom[row] === -Infinity && !joined.has(row));
  return drawSome(rows, most, seed);
}

/** So many of some, drawn by chance and in their order; all where there are no more. */
export function drawSome<T>(all: readonly T[], most: number, seed: number): T[] {
  if (all.length <= most) return [...all];
  const places = shuffler(mersenneTwister(seed))(range(all.length)).slice(0, most);
  return places.sort((a, b) => a - b).map((i) => all[i]);
}

/**
 * The panel of schools behind an effect and of donors: outcomes up to the plan’s last year since joining, of donors up to
 * their own joining, and intake by year. Rows without one of them are left out.
 */
export function crossCheckPanel(behind: readonly Unit[], terms: CrossCheckTerms): LongPanel {
  const {study, role, pool, data, seed} = terms;
  const treated = drawSome(behind, design.cross_checks.treated, seed);
  const cohorts = new Map(treated.map(({row, trial}) => [row, trial.trial.cohort]));
  const rows = [...cohorts.keys(), ...drawDonors(terms, design.cross_checks.donors)].sort((a, b) => a - b);
  const {years} = study.outcome;
  const intake = Object.entries(data.intake);
  const kept: {unit: number; year: number; outcome: number; covariates: number[]}[] = [];
  const units: number[] = [];
  for (const row of rows) {
    const cohort = cohorts.get(row) ?? Infinity;
    const end = cohort < Infinity ? cohort + design.effect[1] + 1 : pool.treatedFrom[row];
    const own = years.flatMap((year) => {
      const outcome = year < end ? valueAt(study.outcome, row, year) : NaN;
      const covariates = intake.map(([, series]) => valueAt(series, row, year));
      return [outcome, ...covariates].some(Number.isNaN) ? [] : [{unit: units.length, year, outcome, covariates}];
    });
    if (own.length < 2) continue;
    kept.push(...own);
    units.push(row);
  }
  return {
    ids: units.map(String),
    unit: Int32Array.from(kept, ({unit}) => unit),
    period: Int32Array.from(kept, ({year}) => year),
    outcome: Float64Array.from(kept, ({outcome}) => outcome),
    cohort: Float64Array.from(units, (row) => cohorts.get(row) ?? Infinity),
    cluster: Int32Array.from(units, (row) => role.clusters.of[row]),
    clusters: role.clusters.count,
    weights: null,
    covariates: intake.map(([name], i) => ({
      name,
      values: Float64Array.from(kept, ({covariates}) => covariates[i])
    }))
  };
}
