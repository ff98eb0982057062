import {mean, range} from "d3";
import {design} from "../design.ts";
import {meanOfAvailable} from "../statistics/mean-of-available.ts";
import type {Yearly} from "./joining.ts";
import {haveSameLuck, type BaseMeans} from "./luck.ts";
import type {CohortSets} from "./matched-sets.ts";
import {once} from "../once.ts";
import type {Growth} from "./growth.ts";
import type {Odds} from "./odds.ts";
import type {Standing} from "./standing.ts";
import {
  meanAlone,
  poolChanges,
  regressAmongPool,
  regressorsOf,
  rowsIn,
  someOf,
  type Fit,
  type PoolChanges,
  type Regressors
} from "./regression.ts";

/** How the schools of one cohort and of its pool changed from the base, by event time, and what of it covariates do not explain. */
export interface CohortChanges {
  sets: CohortSets;
  /** First treated year, moved by the options’ `shift`. */
  cohort: number;
  /** Schools: joiners, then the pool. */
  rows: Int32Array;
  /** By event time from the first: change of each school, NaN where it lacks a value; null as `residual`. */
  change: Float64Array[];
  /** The same less what the regression among the pool says of it. */
  residual: (Float64Array | null)[];
  /** By school: mean over the base window. */
  base: Float64Array;
  /** By event time, by joiner: what the luck of its base makes of its later change, as far as it is still in the residual. */
  luck: Float64Array[];
  /** By event time: what residuals of the pool’s schools that have a value would hold of luck, had they been picked by name; ascending. Made when asked for: few are. */
  lent: (() => Float64Array)[];
  /** By joiner: 1 where the luck in its residual is its own, as chance has it; 0 where the regression takes it off. */
  hasLuck: Uint8Array;
  /** By joiner: which regression it is held against. */
  against: readonly Against[];
  /** By event time: the regressions; null where nobody of the pool has a value. */
  fits: (Fits | null)[];
  /** What tells the luck of joiners whose role results told; null where nobody’s did. */
  odds: Odds | null;
  /** By coefficient of the odds, by joiner: the share that one more of it adds to what its luck makes of what is expected of it. */
  turned: readonly Float64Array[];
  /** By event time, by joiner: what its luck makes of what is expected of it. */
  foreseen: Float64Array[];
}

/**
 * What a change is regressed on among the pool. Own: covariates and the outcome’s own base mean, for comparators and for joiners whose
 * role this outcome told. Told: covariates of other luck, and the measure that told roles, for joiners whose role results of the same luck
 * told. Named: covariates of other luck alone, for all others.
 */
export type Against = "own" | "told" | "named";

/** Rows: joiners, the pool, and joiners once more, those whose role results told where they are held to have been. A regression that nobody is held against is that on the outcome’s own mean. */
export type Fits = Record<Against, Fit>;

export interface ChangeOptions {
  /** Event times shown. */
  eventTimes: readonly [number, number];
  /** Event times of the mean that change is counted from, for a given event time. */
  baseOf: (eventTime: number) => readonly [number, number];
  /** Years by which cohorts are moved. */
  shift: number;
  /** Whether changes are adjusted for covariates. */
  adjusts: boolean;
  /** Whether a joiner’s base mean is held against those it was picked from, or against the pool as if chance had picked it. */
  regards: "origin" | "pool";
}

/** What a cohort’s changes are seen among. */
export interface Among {
  measure: string;
  treatedFrom: Float64Array;
  /** By school that joined: 1 where results told its role, 0 elsewhere. */
  originOf: Int32Array;
  /** The measure whose results told roles; null where none did. */
  told: string | null;
  standing: Standing;
  /** How schools high up in what told roles pull away on the measure; null where it has other luck, or told them itself. */
  growth: Growth | null;
  /** Of the cohort. */
  means: BaseMeans;
}

/** The plan’s: from the mean of the base window. */
export const changeDefaults: ChangeOptions = {
  eventTimes: design.event_times,
  baseOf: () => design.base,
  shift: 0,
  adjusts: true,
  regards: "origin"
};

/** A cohort and its pool, and what changes from whatever base are adjusted for. */
export interface ReadyCohort extends Pick<
  CohortChanges,
  "sets" | "cohort" | "rows" | "base" | "hasLuck" | "against" | "odds" | "turned"
> {
  /** By school: the academic year from which its values no longer count. */
  until: Float64Array;
  /** As in `Fits`; without any where changes are not adjusted. */
  regressors: Record<Against, Regressors>;
  adjusts: boolean;
  /** By joiner whose role results of the same luck told: how far below its base mean in them schools of the pool have its luck; 0 for others. */
  lucks: Float64Array;
  /** What one unit of that adds to its change; null where nobody is so told. */
  growth: Growth | null;
}

/** Comparators’ values count until the year before they join anything of the kind themselves. */
export function readyCohort(
  sets: CohortSets,
  {treatedFrom, originOf, told, standing, growth, measure, means: {base}}: Among,
  {shift, adjusts, regards}: Pick<ChangeOptions, "shift" | "adjusts" | "regards"> = changeDefaults
): ReadyCohort {
  const joiners = sets.joiners.length;
  const rows = new Int32Array(joiners + sets.pool.length);
  rows.set(sets.joiners);
  rows.set(sets.pool, joiners);
  const byResults = (row: number) => regards === "origin" && originOf[row] === 1;
  const against = Array.from(sets.joiners, (row): Against => {
    if (regards === "pool" || (byResults(row) && measure === told)) return "own";
    return byResults(row) && told !== null && haveSameLuck(measure, told) ? "told" : "named";
  });
  const away = (base: number, joiner: number) => {
    if (!byResults(sets.joiners[joiner])) return 0;
    return haveSameLuck(measure, told!) ? -standing.luck(base) : standing.level(base);
  };
  const telling = measure === told ? base : sets.covariates.find(({name}) => name === told)?.values;
  const tellingOf = (joiner: number) => (telling && byResults(sets.joiners[joiner]) ? telling[joiner] : null);
  return {
    sets,
    cohort: sets.cohort + shift,
    rows,
    base,
    against,
    hasLuck: Uint8Array.from(against, (which) => (which === "own" ? 0 : 1)),
    until: Float64Array.from(rows, (row, i) => (i < joiners ? Infinity : treatedFrom[row])),
    regressors: adjusts ? regressorsIn(sets, base, {measure, told, away}) : unadjusted(rows.length + joiners),
    adjusts,
    lucks: Float64Array.from({length: joiners}, (_, i) => {
      const base = tellingOf(i);
      return base !== null && haveSameLuck(measure, told!) ? standing.luck(base) : 0;
    }),
    growth,
    ...turnedBy(standing, joiners, tellingOf)
  };
}

/** By the base means that told roles; null where none told a joiner’s. */
function turnedBy(
  {odds, turned}: Standing,
  joiners: number,
  telling: (joiner: number) => number | null
): Pick<CohortChanges, "odds" | "turned"> {
  const of = Array.from({length: joiners}, (_, i) => {
    const base = telling(i);
    return base === null || Number.isNaN(base) ? [] : turned(base);
  });
  const coefficients = Math.max(0, ...of.map(({length}) => length));
  return {
    odds: coefficients ? odds : null,
    turned: Array.from({length: coefficients}, (_, k) => Float64Array.from(of, (each) => each[k] ?? 0))
  };
}

const unadjusted = (rows: number): ReadyCohort["regressors"] => {
  const none = meanAlone(rows);
  return {own: none, told: none, named: none};
};

/**
 * The covariates, the outcome itself apart, and its base mean, the same schools’ mean where unknown: joiners, the pool, and joiners so far
 * from where they were by the measure that told their role: where the pool has their luck, for measures of the same luck, and where it has
 * their lasting level, for all others.
 */
function regressorsIn(
  {joiners, pool, covariates}: CohortSets,
  base: Float64Array,
  {measure, told, away}: {measure: string; told: string | null; away: (base: number, joiner: number) => number}
): ReadyCohort["regressors"] {
  const rows = {joiners: joiners.length, pool: pool.length};
  const thrice = (name: string, values: Float64Array) => {
    const all = new Float64Array(rowsIn(rows));
    all.set(values);
    all.set(values.subarray(0, joiners.length), base.length);
    if (name === told) for (let i = 0; i < joiners.length; i++) all[base.length + i] += away(values[i], i);
    return {name, values: all};
  };
  const others = covariates.filter(({name}) => name !== measure).map(({name, values}) => thrice(name, values));
  const centre = meanOfAvailable(base, 0, base.length - 1);
  const known = base.map((value) => (Number.isNaN(value) ? centre : value));
  const own = regressorsOf(rows, Number.isNaN(centre) ? others : [thrice(measure, known), ...others]);
  const hasOtherLuck = (name: string) => !haveSameLuck(name, measure);
  return {
    own,
    told: someOf(own, (name) => hasOtherLuck(name) || (name === told && name !== measure)),
    named: someOf(own, hasOtherLuck)
  };
}

/**
 * Changes Δ = Y(g + e) − mean of Y over the base window (of the years the school has in it), and
 * residuals of a regression of Δ, among the pool, on the outcome’s own mean in the plan’s base window and what
 * schools were matched on; for schools picked by name, without what has the same luck (src/analysis/luck.ts).
 */
export function changesOf(
  {sets, cohort, rows, base, hasLuck, against, until, regressors, adjusts, lucks, growth, odds, turned}: ReadyCohort,
  outcome: Yearly,
  {eventTimes, baseOf}: Pick<ChangeOptions, "eventTimes" | "baseOf"> = changeDefaults
): CohortChanges {
  const of = {joiners: sets.joiners.length, pool: sets.pool.length};
  const change: Float64Array[] = [];
  const residual: (Float64Array | null)[] = [];
  const fits: (Fits | null)[] = [];
  const luck: Float64Array[] = [];
  const lent: (() => Float64Array)[] = [];
  const foreseen: Float64Array[] = [];
  for (let e = eventTimes[0]; e <= eventTimes[1]; e++) {
    const found = changesAt(outcome, rows, {year: cohort + e, cohort, base: baseOf(e), until});
    if (adjusts) for (let i = 0; i < found.length; i++) if (Number.isNaN(base[i])) found[i] = NaN;
    const known = poolChanges(found, regressors.own, of);
    const fit = known && fitsOf(known, regressors, against);
    const years = range(baseOf(e)[0], baseOf(e)[1] + 1).filter((at) => outcome.years.includes(cohort + at));
    const times = growth && adjusts ? growth(e) - (mean(years, growth) ?? 0) : 0;
    const expected =
      fit && Float64Array.from(against, (_, i) => toldOf(fit, against, i, rows.length) + times * lucks[i]);
    foreseen.push(
      fit ? expected!.map((value, i) => value - fit[against[i]].line.fitted[i]) : new Float64Array(of.joiners)
    );
    change.push(found);
    fits.push(fit);
    residual.push(fit && residualOf(found, fit, expected!));
    luck.push(fit ? expected!.map((value, i) => fit.own.line.fitted[i] - value) : new Float64Array(of.joiners));
    lent.push(once(() => (fit ? lentBy(fit, found, of.joiners) : new Float64Array(0))));
  }
  return {sets, cohort, rows, change, residual, base, luck, lent, hasLuck, against, fits, odds, turned, foreseen};
}

function fitsOf(known: PoolChanges, regressors: ReadyCohort["regressors"], against: readonly Against[]): Fits {
  const own = regressAmongPool(known, regressors.own);
  const besides = (which: Against) => (against.includes(which) ? regressAmongPool(known, regressors[which]) : own);
  return {own, told: besides("told"), named: besides("named")};
}

/** Changes less what is expected of joiners, and what the regression on the outcome’s own mean says of the pool. */
function residualOf(change: Float64Array, {own}: Fits, expected: Float64Array): Float64Array {
  return change.map((value, i) => value - (i < expected.length ? expected[i] : own.line.fitted[i]));
}

/** What the regression that a joiner is held against says of its change. */
const toldOf = (fits: Fits, against: readonly Against[], joiner: number, schools: number): number =>
  fits[against[joiner]].line.fitted[schools + joiner];

/** Of whom is picked by name, or else of whom results of the same luck told. */
function lentBy({own, told, named}: Fits, change: Float64Array, joiners: number): Float64Array {
  const without = named === own ? told : named;
  const lent = own.line.fitted
    .subarray(joiners, change.length)
    .map((value, k) => value - without.line.fitted[joiners + k]);
  return lent.filter((_, k) => !Number.isNaN(change[joiners + k])).sort();
}

function changesAt(
  {years, values}: Yearly,
  rows: Int32Array,
  {year, cohort, base, until}: {year: number; cohort: number; base: readonly [number, number]; until: Float64Array}
): Float64Array {
  const found = new Float64Array(rows.length).fill(NaN);
  const column = year - years[0];
  if (column < 0 || column >= years.length) return found;
  const from = Math.max(cohort + base[0] - years[0], 0);
  const to = Math.min(cohort + base[1] - years[0], years.length - 1);
  for (let i = 0; i < rows.length; i++) {
    if (year >= until[i]) continue;
    const at = rows[i] * years.length;
    found[i] = values[at + column] - meanOfAvailable(values, at + from, at + to);
  }
  return found;
}
