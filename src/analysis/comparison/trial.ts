import {design} from "../../design.ts";
import {both, type Both} from "./assumptions.ts";
import {isOwnPast, listCovariates, listEntries, type Covariate} from "./covariates.ts";
import {donorsAt, type DonorPool} from "./donor-pool.ts";
import type {PhaseData} from "./phase-data.ts";
import {makeFloats} from "../../library/statistics/index.ts";
import {windowMeans, type Window, type Yearly} from "./yearly.ts";

/**
 * One trial a joining year (Hernán & Robins 2016): the schools first treated in a cohort, and those that might have
 * been and were not. Rows: the donors, then the treated.
 */
export interface Trial {
  pool: string;
  cohort: number;
  base: Window;
  /** Rows of the phase; the first `donors` of them are the donor pool. */
  rows: Int32Array;
  donors: number;
  /** By row: the academic year from which its values no longer count; Infinity for the treated. */
  until: Float64Array;
  /** By row: mean of the outcome over the base window; NaN where there is none. */
  own: Float64Array;
  /** By covariate set, in the order in which covariates are kept; those of the outcome itself are named and not made. */
  covariates: Both<readonly (Covariate | Own)[]>;
  /** Entries of the plan that fewer than the share asked for of the treated have. */
  uncounted: readonly string[];
  /** Whether free meals are known, without which there is no estimate. */
  meetsFloor: boolean;
}

/** The outcome’s own base mean, and its square. */
export type Own = "own" | "own²";
const isOwn = (entry: string): entry is Own => entry === "own" || entry === "own²";

export interface TrialOptions {
  base: Window;
  /** Years by which the cohort is moved; the treated stay those of the true one. */
  shift: number;
}

/** The plan’s. */
export const trialDefaults = (): TrialOptions => ({base: design.base, shift: 0});

/**
 * The trial of a cohort for an outcome, whose measure is no covariate of the past next to itself. Whether a covariate
 * counts is asked of the treated that have a result in the base window: a new school has no past to be compared by.
 */
export function designTrial(
  data: PhaseData,
  pool: DonorPool,
  {cohort, treated, measure, outcome}: {cohort: number; treated: Int32Array; measure: string; outcome: Yearly},
  {base, shift}: TrialOptions = trialDefaults()
): Trial {
  const {rows, donors, until, list} = gatherSchools(data, pool, {cohort, treated}, {base, shift});
  const own = windowMeans(outcome, rows, cohort + shift, base);
  const places = [...rows.keys()].filter((i) => i >= donors && !Number.isNaN(own[i]));
  const uncounted: string[] = [];
  const made = new Map<string, Covariate[]>();
  const make = (entry: string): Covariate[] => {
    const known = made.get(entry);
    if (known) return known;
    const all = list(entry).filter((covariate) => !isOwnPast(covariate, measure));
    const counted = all.filter(({values}) => isCounted(values, places));
    for (const covariate of all) if (!counted.includes(covariate)) uncounted.push(covariate.name);
    made.set(entry, counted);
    return counted;
  };
  const covariates = both((set) =>
    listEntries(set, pool.isGovernance).flatMap((entry): (Covariate | Own)[] => (isOwn(entry) ? [entry] : make(entry)))
  );
  return {
    pool: pool.id,
    cohort: cohort + shift,
    base,
    rows,
    donors,
    until,
    own,
    covariates,
    uncounted: [...new Set(uncounted)],
    meetsFloor: make(design.covariates.floor).length > 0
  };
}

/** The schools of a trial, whatever the outcome: see `Trial`. */
interface TrialSchools extends Pick<Trial, "rows" | "donors" | "until"> {
  data: PhaseData;
  treated: Int32Array;
  /** The covariates of an entry of the plan, made when they are first asked for. */
  list: (entry: string) => Covariate[];
}

const kept = new WeakMap<DonorPool, Map<string, TrialSchools>>();

/** Those of trials that every outcome of the pool asks for are kept for the next one; others would be too many. */
function gatherSchools(
  data: PhaseData,
  pool: DonorPool,
  {cohort, treated}: {cohort: number; treated: Int32Array},
  {base, shift}: TrialOptions
): TrialSchools {
  const key = [cohort, shift, ...base].join(" ");
  const keeps = isOfEvery(base, shift);
  const known = keeps ? kept.get(pool)?.get(key) : undefined;
  if (known?.treated === treated && known.data === data) return known;
  const among = new Set(treated);
  const donors = donorsAt(pool, cohort + shift, cohort).filter((row) => !among.has(row));
  const rows = new Int32Array(donors.length + treated.length);
  rows.set(donors);
  rows.set(treated, donors.length);
  const made = new Map<string, Covariate[]>();
  const list = (entry: string): Covariate[] => {
    const all = made.get(entry) ?? listCovariates(entry, data, {rows, cohort: cohort + shift, base});
    made.set(entry, all);
    return all;
  };
  const until = makeFloats(rows.length, (i) => (i < donors.length ? pool.treatedFrom[rows[i]] : Infinity));
  const schools = {rows, donors: donors.length, until, data, treated, list};
  if (!keeps) return schools;
  if (!kept.has(pool)) kept.set(pool, new Map());
  kept.get(pool)!.set(key, schools);
  return schools;
}

/** Whether trials are the plan’s own, from its second base, or of joining pretended earlier. */
function isOfEvery(base: Window, shift: number): boolean {
  const {base: first, second_base, placebo_in_time} = design;
  const isFirst = base.join() === first.join();
  return shift === 0
    ? isFirst || base.join() === second_base.window.join()
    : isFirst && shift === placebo_in_time.shift;
}

/** Whether at least the plan’s share of the schools at some places have it. */
function isCounted(values: Float64Array, places: readonly number[]): boolean {
  const known = places.filter((i) => !Number.isNaN(values[i])).length;
  return known > 0 && known >= design.covariates.available * places.length;
}
