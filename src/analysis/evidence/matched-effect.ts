import {group, range} from "d3";
import {design} from "../../design.ts";
import {callawaySantanna} from "../../library/estimators/index.ts";
import {findMethod, matchDefaults} from "../../library/matching/index.ts";
import type {LongPanel} from "../../library/panel/index.ts";
import {valueAt} from "../comparison/yearly.ts";
import type {Unit} from "../effects/units.ts";
import {drawDonors, drawSome, type CrossCheckTerms} from "./cross-check-panel.ts";

/** A mean effect, in the unit of the outcome, with what each school of the phase moves it by. */
export interface MatchedEffect {
  estimate: number;
  influence: Float64Array;
  /** Treated schools behind it, by row of the phase. */
  treated: readonly number[];
}

/** Schools of one joining year and those matched with them, a row of the phase each, with what each counts for. */
interface MatchedSchools {
  cohort: number;
  rows: readonly number[];
  weights: readonly number[];
  treated: number;
}

/**
 * Difference in differences among schools matched on the path of earlier results (Imai, Kim & Wang 2023, §3): of each
 * joining year, every school with the nearest donors, by Mahalanobis distance over the years of the base window, that
 * were not treated through the years since; then Callaway & Sant’Anna’s ATT(g, t) of the matched, by joining year, and
 * their mean by schools. Influences take the matches as given. Null where no joining year has schools, and donors
 * enough, with all of those years.
 */
export function matchedEffect(behind: readonly Unit[], terms: CrossCheckTerms): MatchedEffect | null {
  const some = drawSome(behind, design.cross_checks.treated, terms.seed);
  const donors = drawDonors(terms, design.cross_checks.donors);
  const matched = [...group(some, ({trial}) => trial.trial.cohort)]
    .sort(([a], [b]) => a - b)
    .flatMap(([cohort, members]) => {
      const of = matchOnPath(cohort, {rows: members.map(({row}) => row), donors}, terms);
      return of ? [of] : [];
    });
  const schools = matched.reduce((sum, {treated}) => sum + treated, 0);
  if (!schools) return null;
  const influence = new Float64Array(terms.pool.treatedFrom.length);
  let estimate = 0;
  for (const of of matched) {
    const share = of.treated / schools;
    const {effects} = callawaySantanna.estimate(matchedPanel(of, terms), {
      aggregate: "simple",
      comparators: "never_treated",
      base: design.base,
      method: "reg",
      anticipation: 0
    });
    estimate += share * effects[0].estimate;
    effects[0].influence!.forEach((own, i) => (influence[of.rows[i]] += share * own));
  }
  return {estimate, influence, treated: matched.flatMap(({rows, treated}) => rows.slice(0, treated))};
}

/** The treated, with results in every year of the base window, first; then their matches. */
function matchOnPath(
  cohort: number,
  {rows, donors}: {rows: readonly number[]; donors: readonly number[]},
  {study: {outcome}, pool}: CrossCheckTerms
): MatchedSchools | null {
  const [first, last] = design.base;
  const before = outcome.years.filter((year) => year >= cohort + first && year <= cohort + last);
  const since = outcome.years.filter((year) => year >= cohort && year <= cohort + design.effect[1]);
  const isKnown = (row: number) =>
    before.every((year) => !Number.isNaN(valueAt(outcome, row, year))) &&
    since.some((year) => !Number.isNaN(valueAt(outcome, row, year)));
  const treated = rows.filter(isKnown);
  const others = donors.filter((row) => isKnown(row) && pool.treatedFrom[row] > cohort + design.effect[1]);
  if (!before.length || !treated.length || others.length < design.cross_checks.schools) return null;
  const all = [...treated, ...others];
  const sample = {
    ids: all.map(String),
    treated: Uint8Array.from(all, (_, i) => (i < treated.length ? 1 : 0)),
    covariates: before.map((year) => ({
      name: String(year),
      values: Float64Array.from(all, (row) => valueAt(outcome, row, year))
    }))
  };
  const {weights} = findMethod("nearest").apply(sample, {
    ...matchDefaults,
    distance: "mahalanobis",
    ratio: design.cross_checks.matched,
    replace: true
  });
  const kept = range(all.length).filter((i) => weights[i] > 0);
  return {
    cohort,
    rows: kept.map((i) => all[i]),
    weights: kept.map((i) => weights[i]),
    treated: kept.filter((i) => i < treated.length).length
  };
}

function matchedPanel({cohort, rows, weights, treated}: MatchedSchools, {study, role}: CrossCheckTerms): LongPanel {
  const {outcome} = study;
  const years = outcome.years.filter(
    (year) => year >= cohort + design.base[0] && year <= cohort + design.effect[1] && year !== cohort - 1
  );
  const kept = rows.flatMap((row, unit) =>
    years.flatMap((year) => {
      const value = valueAt(outcome, row, year);
      return Number.isNaN(value) ? [] : [{unit, year, value}];
    })
  );
  return {
    ids: rows.map(String),
    unit: Int32Array.from(kept, ({unit}) => unit),
    period: Int32Array.from(kept, ({year}) => year),
    outcome: Float64Array.from(kept, ({value}) => value),
    cohort: Float64Array.from(rows, (_, i) => (i < treated ? cohort : Infinity)),
    cluster: Int32Array.from(rows, (row) => role.clusters.of[row]),
    clusters: role.clusters.count,
    weights: Float64Array.from(kept, ({unit}) => weights[unit]),
    covariates: []
  };
}
