import {design} from "../../design.ts";
import {intervalOf, type Interval} from "../inference/interval-of-effect.ts";
import {beforeAfter} from "./before-after.ts";
import {aggregateCells, cohortWeights} from "./callaway-santanna/aggregate.ts";
import {cohortYearEffects} from "./callaway-santanna/cohort-year-effects.ts";
import {gridOf} from "./callaway-santanna/panel-grid.ts";
import type {Effect, LongPanel} from "./long-panel.ts";
import type {Base} from "./panel-estimator.ts";
import {roleDefaults} from "./role-defaults.ts";

/** What the year before treatment looked like, and what that does to estimates counted from it. */
export interface YearBefore {
  /** How far the treated were from comparators then, beside the base window: below zero is a dip. */
  dip: Figure;
  naive: Figure | null;
  /** The overall effect counted from the last year before treatment, and from the base window of the plan. */
  lastYear: Figure;
  window: Figure;
}

type Figure = Interval & {estimate: number};

/** Below this chance the year before treatment is told to be out of the ordinary. */
const unusual = 0.01;

/**
 * Whether treated units stood out in the year before treatment. Units chosen
 * after a bad year recover of themselves, and whatever is counted from that
 * year takes it for an effect (Ashenfelter 1978; METHOD.md §6). Without covariates, compared as
 * supported schools are by default. Null if the panel has
 * no window or no year before.
 */
export function yearBefore(panel: LongPanel): YearBefore | null {
  const grid = gridOf(panel);
  const plain = {...grid, panel: {...panel, covariates: []}};
  const {base: window, comparators} = roleDefaults("supported");
  const weights = cohortWeights(panel);
  const figure = (effect: Effect): Figure => ({estimate: effect.estimate, ...intervalOf(effect, panel)});
  const effects = (base: Base) =>
    aggregateCells(
      cohortYearEffects(plain, {comparators, base, method: "reg", anticipation: 0}).cells,
      panel,
      weights,
      "dynamic"
    );
  const fromWindow = effects(window);
  const fromLast = effects("universal");
  const before = fromWindow.find(({term}) => term === -1);
  if (!before?.influence || !fromLast[0]?.influence) return null;
  const dip = figure(before);
  const [naive] = beforeAfter.estimate(panel).effects;
  return {
    dip,
    naive: naive ? figure(naive) : null,
    lastYear: figure(fromLast[0]),
    window: figure(fromWindow[0])
  };
}

/** The warning in words; null where the year before was nothing out of the ordinary. */
export function warningOf({dip, naive, lastYear, window}: YearBefore): string | null {
  if (!(dip.p < unusual)) return null;
  const told = ({estimate, se}: Figure) => `${signed(estimate)} (standard error ${Math.abs(se).toPrecision(2)})`;
  const [from, to] = design.base;
  const what = dip.estimate < 0 ? "a bad year: they dip" : "a good year: they peak";
  return [
    `warning: the treated look selected on ${what} in the year before treatment, by ${told(dip)} beside their years ${from} to ${to}.`,
    "Going back to normal then passes for an effect of treatment.",
    naive ? `Naive before–after, misleading: ${told(naive)}.` : "",
    `Counted from the year before: ${told(lastYear)}.`,
    `Counted from the base window ${from} to ${to}, which leaves that year out (--role supported): ${told(window)}.`
  ]
    .filter(Boolean)
    .join(" ");
}

const signed = (value: number): string => `${value < 0 ? "−" : "+"}${Math.abs(value).toPrecision(3)}`;
