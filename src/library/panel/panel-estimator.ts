import type {Effect, LongPanel} from "./long-panel.ts";
import type {NamedWindow} from "./named-window.ts";

/**
 * How effects of cohorts and years are put together; `att_gt` leaves them apart.
 *
 * @example
 * import {aggregates} from "school-partnerships";
 *
 * console.log(aggregates.join(", "));
 * // dynamic, phase, group, cohort, calendar, simple, att_gt
 */
export const aggregates = ["dynamic", "phase", "group", "cohort", "calendar", "simple", "att_gt"] as const;
/** One of `aggregates`. */
export type Aggregate = (typeof aggregates)[number];

/** Which units without treatment yet are compared with. */
export type Comparators = "never_treated" | "not_yet_treated";

/**
 * What change is counted from: the last year present before treatment for every year (`universal`), the
 * year before for years before treatment (`varying`), or the mean of the years in a window of event times.
 */
export type Base = "universal" | "varying" | readonly [from: number, to: number];

/** Doubly robust, outcome regression, or inverse probability weighting. */
export type Adjustment = "dr" | "reg" | "ipw";

/** What an estimator of a long panel may be given; each reads those that it `takes`. */
export interface PanelOptions {
  aggregate: Aggregate;
  comparators: Comparators;
  base: Base;
  method: Adjustment;
  /** Years before treatment in which it may already act. */
  anticipation: number;
  /** With `aggregate: "phase"`: the windows of event times that effects are means over. */
  windows?: readonly NamedWindow[];
  /** With outcome regression from a base window: squares of the covariates as well. */
  squares?: boolean;
  /** There: the outcome’s own base mean as a covariate. */
  laggedOutcome?: boolean;
  /** There: event times that the overall effect is of; from treatment on without. */
  after?: readonly [from: number, to: number] | undefined;
}

/** The effect on one cohort in one calendar year. */
export interface CohortYearEffect extends Omit<Effect, "term"> {
  cohort: number;
  time: number;
}

/** What an estimator of a long panel gives. */
export interface PanelResult {
  /** The overall effect first, then one a term; empty for `att_gt`. */
  effects: readonly Effect[];
  /** The cells, where `att_gt` was asked for. */
  cells?: readonly CohortYearEffect[];
  /** What a reader has to know, in sentences: what was left out and why. */
  messages: readonly string[];
}

/** A way to estimate the effects of treatment from a long panel, with one interface for all, as the registry `panelEstimators` lists it. */
export interface PanelEstimator {
  id: string;
  label: string;
  /** The paper. */
  reference: string;
  /** What it can put together; the first is the default. */
  aggregates: readonly Aggregate[];
  /** Which options and columns change its answer; the command refuses the others. */
  takes: readonly ("comparators" | "base" | "method" | "anticipation" | "covariates" | "weights")[];
  /** Pure. Throws a UserError where the panel cannot answer. */
  estimate(panel: LongPanel, options: PanelOptions): PanelResult;
}
