import {deviation, mean, range} from "d3";
import {design} from "../../src/design.ts";
import {callawaySantanna} from "../../src/library/estimators/callaway-santanna/callaway-santanna.ts";
import type {LongPanel} from "../../src/library/panel/long-panel.ts";
import type {Base, Comparators} from "../../src/library/panel/panel-estimator.ts";
import {effectRows, type EffectRow} from "../../src/library/inference/effect-rows.ts";
import {plannedEffect, plannedPanel, selectedPanel, type PlannedPanel, type SelectedPanel} from "./simulated-panel.ts";

/** A design simulated, and which effect of it is looked at. */
export interface Simulated {
  design: string;
  base: Base;
  comparators: Comparators;
  /** The overall effect, or the one at an event time. */
  term: "overall" | number;
  truth: number;
  /** Whether the intervals are expected to cover the truth 93 to 97 times in 100. */
  expected: boolean;
  panel(seed: number): LongPanel;
}

/** How often the intervals printed for a design hold the truth, and how often they claim an effect. */
export interface Coverage {
  design: string;
  base: string;
  comparators: string;
  term: string;
  panels: number;
  truth: number;
  /** The mean estimate less the truth, and the standard deviation of estimates between panels next to the mean standard error. */
  bias: number;
  sd: number;
  mean_se: number;
  coverage_pct: number;
  /** Intervals that do not hold zero. Where the truth is zero these are false positives. */
  claims_pct: number;
  expected: string;
}

const plan: Omit<PlannedPanel, "seed"> = {
  units: 300,
  years: 9,
  treated: 0.3,
  cohorts: 3,
  clusterSize: 1,
  missing: 0,
  spread: 0,
  drift: 0
};
const planned = {
  balanced: plan,
  unbalanced: {...plan, missing: 0.15},
  "few clusters (12 of 8)": {...plan, treated: 0.32, clusterSize: 8},
  heterogeneous: {...plan, spread: 0.5, drift: 0.1}
} satisfies Record<string, Omit<PlannedPanel, "seed">>;

/** The last event time: the last cohort has one year fewer than the first for each cohort between. */
function overallTruth({years, drift}: Omit<PlannedPanel, "seed">): number {
  const longest = years - (Math.floor(years / 2) - 1) - 1;
  return plannedEffect + drift * mean(range(longest + 1))!;
}

const ofPlans: Simulated[] = Object.entries(planned).flatMap(([name, own]) => {
  const panel = (seed: number) => plannedPanel({...own, seed});
  const common = {design: name, base: "universal", comparators: "never_treated", expected: true, panel} as const;
  return [
    {...common, term: "overall", truth: overallTruth(own)} as const,
    {...common, term: 0, truth: plannedEffect} as const
  ];
});

/** Supported schools’ default, the same with the never treated alone, and the year before as base. */
const answers = [
  {base: design.base, comparators: "not_yet_treated"},
  {base: design.base, comparators: "never_treated"},
  {base: "universal", comparators: "never_treated"}
] as const satisfies readonly Pick<Simulated, "base" | "comparators">[];

const ofSelection: Simulated[] = (["once", "each_year"] as const).flatMap((chosen) =>
  [0, 0.3, 0.5, 0.7].flatMap((persistence) =>
    answers.map((answer): Simulated => {
      const own: Omit<SelectedPanel, "seed"> = {units: 300, years: 10, persistence, chosen};
      return {
        ...answer,
        design: `dip, AR(1) ${persistence}, chosen ${chosen === "once" ? "once" : "each year"}`,
        term: "overall",
        truth: 0,
        expected: false,
        panel: (seed) => selectedPanel({...own, seed})
      };
    })
  )
);

/** What is simulated, in the order of the table. */
export const simulated: readonly Simulated[] = [...ofPlans, ...ofSelection];

/** The intervals of so many panels, seeds 1 on, as `estimate` prints them. */
export function measureCoverage(one: Simulated, panels: number): Coverage {
  const {design: name, base, comparators, term, truth, expected, panel} = one;
  const rows = range(1, panels + 1).map((seed) => makeRow(panel(seed), one));
  const share = (holds: (row: EffectRow) => boolean) => (100 * rows.filter(holds).length) / panels;
  const covers = (value: number) => (row: EffectRow) => row.low <= value && value <= row.high;
  return {
    design: name,
    base: typeof base === "string" ? base : base.join(":"),
    comparators,
    term: String(term),
    panels,
    truth,
    bias: mean(rows, ({estimate}) => estimate)! - truth,
    sd: deviation(rows, ({estimate}) => estimate)!,
    mean_se: mean(rows, ({se}) => se)!,
    coverage_pct: share(covers(truth)),
    claims_pct: share((row) => !covers(0)(row)),
    expected: expected ? "93 to 97" : ""
  };
}

function makeRow(
  panel: LongPanel,
  {base, comparators, term}: Pick<Simulated, "base" | "comparators" | "term">
): EffectRow {
  const result = callawaySantanna.estimate(panel, {
    aggregate: "dynamic",
    comparators,
    base,
    method: "reg",
    anticipation: 0
  });
  return effectRows(panel, result, null).find((row) => row.term === term)!;
}
