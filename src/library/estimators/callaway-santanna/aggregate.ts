import {group, range, union} from "d3";
import type {Effect, LongPanel} from "../../panel/long-panel.ts";
import {requireWindows, type NamedWindow} from "../../panel/named-window.ts";
import type {Aggregate} from "../../panel/panel-estimator.ts";
import type {CellEffect} from "./cohort-year-effects.ts";

/** Weights of cohorts in averages: the weights of their units, each unit’s being that of its first row. */
export interface CohortWeights {
  byUnit: Float64Array;
  byCohort: ReadonlyMap<number, number>;
}

/** How much each unit and each cohort of a panel counts for. */
export function cohortWeights({ids, unit, weights, cohort}: LongPanel): CohortWeights {
  const byUnit = new Float64Array(ids.length);
  const byCohort = new Map<number, number>();
  for (let row = 0, seen = -1; row < unit.length; row++) {
    if (unit[row] === seen) continue;
    seen = unit[row];
    byUnit[seen] = weights ? weights[row] : 1;
    byCohort.set(cohort[seen], (byCohort.get(cohort[seen]) ?? 0) + byUnit[seen]);
  }
  return {byUnit, byCohort};
}

/**
 * Averages of the effects on cohorts and years, Callaway & Sant’Anna (2021)
 * section 3: by event time e = t − g (eq. 3.4), cohort (3.7), calendar year
 * (3.8), phase, or all years from treatment on (`simple`, 3.9). The overall
 * effect comes first: the mean over e ≥ 0, over cohorts by their weights (3.10),
 * over calendar years, and the simple one. Influences count that cohorts’
 * weights are estimated. Empty if no cohort has an effect from treatment on.
 */
export function aggregateCells(
  cells: readonly CellEffect[],
  {cohort}: LongPanel,
  weights: CohortWeights,
  {aggregate, windows}: {aggregate: Exclude<Aggregate, "att_gt">; windows?: readonly NamedWindow[] | undefined}
): Effect[] {
  const since = cells.filter((cell) => cell.time >= cell.cohort);
  if (!since.length) return [];
  const of = (term: Effect["term"], parts: readonly Part[]) => weightedAverage(term, parts, {cohort, weights});
  return averaged({cells, since, aggregate, windows, of}).map(({term, estimate, influence, units, comparators}) => ({
    term,
    estimate,
    influence,
    units,
    comparators
  }));
}

function averaged({
  cells,
  since,
  aggregate,
  windows,
  of
}: {
  cells: readonly CellEffect[];
  /** Cells from treatment on. */
  since: readonly CellEffect[];
  aggregate: Exclude<Aggregate, "att_gt">;
  windows: readonly NamedWindow[] | undefined;
  /** The mean by cohorts’ weights. */
  of: (term: Effect["term"], parts: readonly Part[]) => Averaged;
}): Averaged[] {
  if (aggregate === "simple") return [of("overall", since.map(makePart))];
  if (aggregate === "cohort") {
    const cohorts = grouped(since, (cell) => cell.cohort);
    const terms = cohorts.map(([g, own]) => plainMean(g, own.map(makePart)));
    const parts = terms.map((term, k) => ({...term, cohort: cohorts[k][0]}));
    return [of("overall", parts), ...terms];
  }
  if (aggregate === "calendar") {
    const terms = grouped(since, (cell) => cell.time).map(([t, own]) => of(t, own.map(makePart)));
    return [plainMean("overall", terms), ...terms];
  }
  const terms = grouped(cells, (cell) => cell.time - cell.cohort).map(([e, own]) => of(e, own.map(makePart)));
  const overall = plainMean(
    "overall",
    terms.filter(({term}) => Number(term) >= 0)
  );
  return [overall, ...(aggregate === "dynamic" ? terms : averageWindows(terms, requireWindows(windows)))];
}

/** The means of the event times of each window that has any. */
function averageWindows(terms: readonly Averaged[], windows: readonly NamedWindow[]): Averaged[] {
  return windows.flatMap(({id, from, to}) => {
    const within = terms.filter(({term}) => Number(term) >= from && Number(term) <= to);
    return within.length ? [plainMean(id, within)] : [];
  });
}

/** An effect to be averaged, and the cohort whose weight it takes. */
type Part = Omit<Effect, "term" | "units" | "comparators"> & {cohort: number; rests: Uint8Array};
type Averaged = Effect & {rests: Uint8Array};

const makePart = ({cohort, att, influence, rests}: CellEffect): Part => ({cohort, estimate: att, influence, rests});

const grouped = (cells: readonly CellEffect[], by: (cell: CellEffect) => number): [number, CellEffect[]][] =>
  [...group(cells, by)].sort(([a], [b]) => a - b);

function weightedAverage(
  term: Effect["term"],
  parts: readonly Part[],
  {cohort, weights}: {cohort: Float64Array; weights: CohortWeights}
): Averaged {
  const shares = parts.map((part) => weights.byCohort.get(part.cohort)!);
  const total = shares.reduce((sum, share) => sum + share, 0);
  const averaged = combine(
    term,
    parts,
    shares.map((share) => share / total)
  );
  if (!averaged.influence || union(parts.map((part) => part.cohort)).size === 1) return averaged;
  const excess = new Map<number, number>();
  for (const part of parts) {
    excess.set(part.cohort, (excess.get(part.cohort) ?? 0) + (part.estimate - averaged.estimate) / total);
  }
  const {influence} = averaged;
  for (let u = 0; u < cohort.length; u++) influence[u] += weights.byUnit[u] * (excess.get(cohort[u]) ?? 0);
  return averaged;
}

const plainMean = (term: Effect["term"], parts: readonly (Omit<Part, "cohort"> | Averaged)[]): Averaged =>
  combine(
    term,
    parts,
    range(parts.length).map(() => 1 / parts.length)
  );

function combine(term: Effect["term"], parts: readonly Omit<Part, "cohort">[], shares: readonly number[]): Averaged {
  const units = parts[0].rests.length;
  const influence = parts.some((part) => part.influence) ? new Float64Array(units) : null;
  const rests = new Uint8Array(units);
  let estimate = 0;
  parts.forEach((part, k) => {
    estimate += shares[k] * part.estimate;
    for (let u = 0; u < units; u++) rests[u] |= part.rests[u];
    if (part.influence && influence) for (let u = 0; u < units; u++) influence[u] += shares[k] * part.influence[u];
  });
  const count = (mark: number) => rests.reduce((sum, value) => sum + (value & mark ? 1 : 0), 0);
  return {term, estimate, influence, rests, units: count(1), comparators: count(2)};
}
