import {group} from "d3";
import {design} from "../../design.ts";
import {UserError} from "../../library/errors.ts";
import {callawaySantanna, imputation, sunAbraham, syntheticDid} from "../../library/estimators/index.ts";
import {clusteredError, type Clustering} from "../../library/inference/index.ts";
import type {LongPanel, PanelResult} from "../../library/panel/index.ts";
import type {RobustnessCheck, Effect, Estimate} from "../../release/results.ts";
import {criticalValue} from "../effects/student-interval.ts";
import {valueAt} from "../comparison/yearly.ts";
import type {Unit} from "../effects/units.ts";
import {crossCheckPanel, drawDonors, type CrossCheckTerms} from "./cross-check-panel.ts";
import {matchedEffect} from "./matched-effect.ts";

const anticipation = 0;
const matchedLabel = "Matched on the path of earlier results (Imai, Kim & Wang 2023)";

/** Estimators of the library that ask the same in another way, each with the label it has on pages. */
const estimators: readonly {label: string; of: (panel: LongPanel) => PanelResult}[] = [
  {
    label: "Doubly robust, intake alone (Sant’Anna & Zhao 2020)",
    of: (panel) =>
      callawaySantanna.estimate(panel, {
        aggregate: "simple",
        comparators: "not_yet_treated",
        base: design.base,
        method: "dr",
        anticipation
      })
  },
  {
    label: "Imputation (Borusyak, Jaravel & Spiess 2024)",
    of: (panel) =>
      imputation(
        {...panel, covariates: []},
        {aggregate: "simple", anticipation, variance: "conservative", isLead: () => false}
      )
  },
  {
    label: "Counted from the year before, cohort by cohort (Sun & Abraham 2021)",
    of: (panel) => sunAbraham({...panel, covariates: []}, {aggregate: "simple", anticipation, reference: "last_before"})
  }
];

/**
 * The effect by other estimators of the library, each with the assumption that it lies nearer to: with as many schools
 * as the plan asks for three regressions and matching, with fewer synthetic difference in differences. They rest on schools drawn
 * where there are more than the plan lets in, and count school-years alike, not schools.
 */
export function crossChecks(behind: readonly Unit[], effect: Effect, terms: CrossCheckTerms): RobustnessCheck[] {
  if (!drawDonors(terms, 1).length) {
    const absent = "No school with which these are compared may serve in every year.";
    return [asDescription("Other estimators", null, effect, absent)];
  }
  if (behind.length < design.cross_checks.schools) {
    const label = "Synthetic difference in differences, a point alone (Arkhangelsky and others 2021)";
    const value = syntheticEffect(behind, terms);
    const absent = "No joining year has schools, and others like them, with every year before and since.";
    return [asDescription(label, value === null ? null : {value, se: null, low: null, high: null}, effect, absent)];
  }
  const panel = crossCheckPanel(behind, terms);
  const answers = estimators.map(({label, of}) => ({
    label,
    make: () => makeEstimate(of(panel), panel, terms.study.unit)
  }));
  return [...answers, {label: matchedLabel, make: () => estimateMatched(behind, terms)}].map(({label, make}) => {
    try {
      return asDescription(label, make(), effect, "It has no answer here.");
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return asDescription(label, null, effect, `It has no answer here: ${error.message}.`);
    }
  });
}

function asDescription(label: string, estimate: Estimate | null, effect: Effect, absent: string): RobustnessCheck {
  return {
    group: "estimator",
    label,
    headline: false,
    effect: null,
    misleading: null,
    estimate: estimate && {...estimate, sides_with: sideWith(estimate.value, effect)},
    absent: estimate ? null : absent
  };
}

/** The assumption whose estimate is nearer; neither where the value lies outside the printed interval. */
export function sideWith(value: number, effect: Effect): "same_trend" | "same_past" | "neither" {
  const {same_trend, same_past, low, high} = effect;
  if (low !== null && high !== null && (value < low || value > high)) return "neither";
  const [a, b] = [Math.abs(value - same_trend.value), Math.abs(value - same_past.value)];
  return a === b ? "neither" : a < b ? "same_trend" : "same_past";
}

function makeEstimate({effects}: PanelResult, {cohort, cluster, clusters}: LongPanel, unit: number): Estimate | null {
  const overall = effects[0];
  if (!overall || !Number.isFinite(overall.estimate)) return null;
  const treated = new Set(cluster.filter((_, i) => cohort[i] < Infinity)).size;
  return withInterval(overall, {clusters: {of: cluster, count: clusters}, treated, unit});
}

function estimateMatched(behind: readonly Unit[], terms: CrossCheckTerms): Estimate | null {
  const found = matchedEffect(behind, terms);
  if (!found) return null;
  const {clusters} = terms.role;
  const treated = new Set(found.treated.map((row) => clusters.of[row])).size;
  return withInterval(found, {clusters, treated, unit: terms.study.unit});
}

/** With the error clustered by partnership, and Student’s interval where the plan lets so few treated clusters have one. */
function withInterval(
  {estimate, influence}: {estimate: number; influence: Float64Array | null},
  {clusters, treated, unit}: {clusters: Clustering; treated: number; unit: number}
): Estimate {
  const value = unit * estimate;
  if (!influence || treated < design.inference.fewest_partnerships) return {value, se: null, low: null, high: null};
  const se = Math.abs(unit) * clusteredError(influence, clusters) * Math.sqrt(treated / (treated - 1));
  const reach = criticalValue(treated - 1) * se;
  return {value, se, low: value - reach, high: value + reach};
}

/** The mean over treated schools of synthetic differences in differences, a block a joining year; null where none is whole. */
function syntheticEffect(behind: readonly Unit[], terms: CrossCheckTerms): number | null {
  const {study, pool} = terms;
  const {outcome, unit} = study;
  const donors = drawDonors(terms, design.cross_checks.synthetic_donors);
  let [sum, schools] = [0, 0];
  for (const [cohort, members] of group(behind, ({trial}) => trial.trial.cohort)) {
    const rows = members.map(({row}) => row);
    const years = outcome.years.filter((year) => {
      const isNear = year >= cohort + design.event_times[0] && year <= cohort + design.effect[1];
      return isNear && rows.some((row) => !Number.isNaN(valueAt(outcome, row, year)));
    });
    const before = years.filter((year) => year < cohort).length;
    const isWhole = (row: number) => years.every((year) => !Number.isNaN(valueAt(outcome, row, year)));
    const others = donors.filter((row) => isWhole(row) && pool.treatedFrom[row] > (years.at(-1) ?? Infinity));
    const treated = rows.filter(isWhole);
    if (!treated.length || others.length < design.cross_checks.schools || before < 2 || before === years.length)
      continue;
    const all = [...others, ...treated];
    const block = {
      units: all.map(String),
      periods: Float64Array.from(years),
      outcome: Float64Array.from(all.flatMap((row) => years.map((year) => valueAt(outcome, row, year)))),
      comparators: others.length,
      before
    };
    sum += treated.length * syntheticDid(block, {solver: "frank_wolfe"}).estimate;
    schools += treated.length;
  }
  return schools ? (unit * sum) / schools : null;
}
