import {computeInterval, type Interval} from "../inference/effect-interval.ts";
import {beforeAfter} from "./before-after.ts";
import {aggregateCells, cohortWeights} from "./callaway-santanna/aggregate.ts";
import {cohortYearEffects} from "./callaway-santanna/cohort-year-effects.ts";
import {arrangeGrid} from "./callaway-santanna/panel-grid.ts";
import type {Effect, LongPanel} from "../panel/long-panel.ts";
import type {Base, Comparators} from "../panel/panel-estimator.ts";

/** What the year before treatment looked like, and what that does to estimates counted from it. */
export interface PreTreatmentDip {
  /** The base window compared with, in event times. */
  base: readonly [from: number, to: number];
  /** How far the treated were from comparators in the year before treatment, counted from the base window: below zero is a pre-treatment dip. */
  yearBefore: Figure;
  naive: Figure | null;
  /** The overall effect counted from the last year before treatment, and from the base window. */
  lastYear: Figure;
  window: Figure;
}

type Figure = Interval & {estimate: number};

/** Below this chance the year before treatment counts as out of the ordinary. */
const unusual = 0.01;

/**
 * Whether treated units stood out in the year before treatment. Units chosen after a bad year go back to normal of
 * themselves (regression to the mean), and whatever is counted from that year takes it for an effect (Ashenfelter
 * 1978). Without covariates, by outcome regression. Null if the panel has no period of the window, or no year before.
 *
 * @example
 * import {measureDip, readPanel} from "school-partnerships";
 *
 * // Treated after a bad year: e, f and g from 2014, h to m never.
 * const {panel} = readPanel({
 *   id: Array.from({length: 45}, (_, i) => "efghijklm"[Math.floor(i / 5)]),
 *   time: Float64Array.from({length: 45}, (_, i) => 2010 + (i % 5)),
 *   cohort: Float64Array.from({length: 45}, (_, i) => (i < 15 ? 2014 : 0)),
 *   outcome: Float64Array.from({length: 45}, (_, i) => (i % 7) / 10 + (i < 15 && i % 5 === 3 ? -2 : 0))
 * });
 * const {yearBefore} = measureDip(panel, {base: [-4, -2], comparators: "never_treated"});
 * console.log(yearBefore.estimate.toFixed(1));
 * // -1.9
 */
export function measureDip(
  panel: LongPanel,
  {base, comparators}: {base: readonly [from: number, to: number]; comparators: Comparators}
): PreTreatmentDip | null {
  const grid = arrangeGrid(panel);
  const plain = {...grid, panel: {...panel, covariates: []}};
  const weights = cohortWeights(panel);
  const figure = (effect: Effect): Figure => ({estimate: effect.estimate, ...computeInterval(effect, panel)});
  const countFrom = (from: Base) =>
    aggregateCells(
      cohortYearEffects(plain, {comparators, base: from, method: "reg", anticipation: 0}).cells,
      panel,
      weights,
      {aggregate: "dynamic"}
    );
  const fromWindow = countFrom(base);
  const fromLast = countFrom("universal");
  const before = fromWindow.find(({term}) => term === -1);
  if (!before?.influence || !fromLast[0]?.influence) return null;
  const [naive] = beforeAfter.estimate(panel).effects;
  return {
    base,
    yearBefore: figure(before),
    naive: naive ? figure(naive) : null,
    lastYear: figure(fromLast[0]),
    window: figure(fromWindow[0])
  };
}

/**
 * The warning in words; null where the year before was nothing out of the ordinary.
 *
 * @example
 * import {measureDip, readPanel, warnOfDip} from "school-partnerships";
 *
 * // Treated after a bad year: e, f and g from 2014, h to m never.
 * const {panel} = readPanel({
 *   id: Array.from({length: 45}, (_, i) => "efghijklm"[Math.floor(i / 5)]),
 *   time: Float64Array.from({length: 45}, (_, i) => 2010 + (i % 5)),
 *   cohort: Float64Array.from({length: 45}, (_, i) => (i < 15 ? 2014 : 0)),
 *   outcome: Float64Array.from({length: 45}, (_, i) => (i % 7) / 10 + (i < 15 && i % 5 === 3 ? -2 : 0))
 * });
 * const dip = measureDip(panel, {base: [-4, -2], comparators: "never_treated"});
 * console.log(warnOfDip(dip) === null ? "nothing out of the ordinary" : "the year before was unlike the others");
 * // the year before was unlike the others
 */
export function warnOfDip({base: [from, to], yearBefore, naive, lastYear, window}: PreTreatmentDip): string | null {
  if (!(yearBefore.p < unusual)) return null;
  const state = ({estimate, se}: Figure) => `${formatSigned(estimate)} (standard error ${Math.abs(se).toPrecision(2)})`;
  const what = yearBefore.estimate < 0 ? "a bad year: they dip" : "a good year: they peak";
  return [
    `warning: the treated look selected on ${what} in the year before treatment, by ${state(yearBefore)} from their level in years ${from} to ${to}.`,
    "Going back to normal then passes for an effect of treatment.",
    naive ? `Naive before–after, misleading: ${state(naive)}.` : "",
    `Counted from the year before: ${state(lastYear)}.`,
    `Counted from the base window ${from} to ${to}, which leaves that year out (--role supported): ${state(window)}.`
  ]
    .filter(Boolean)
    .join(" ");
}

const formatSigned = (value: number): string => `${value < 0 ? "−" : "+"}${Math.abs(value).toPrecision(3)}`;
