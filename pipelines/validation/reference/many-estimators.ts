import {callawaySantanna} from "../../../src/library/estimators/callaway-santanna/callaway-santanna.ts";
import {efficient} from "../../../src/library/estimators/efficient.ts";
import {imputation} from "../../../src/library/estimators/imputation.ts";
import type {Effect, LongPanel} from "../../../src/library/panel/long-panel.ts";
import type {Aggregate, PanelOptions} from "../../../src/library/panel/panel-estimator.ts";
import {sunAbraham} from "../../../src/library/estimators/sun-abraham.ts";
import {twoWayFixedEffects} from "../../../src/library/estimators/two-way-fixed-effects.ts";
import {sumBy} from "../../../src/library/statistics/sum-by.ts";
import {numbers, readTable, texts} from "../../read/table.ts";
import {errorRow, estimateRow} from "./compare.ts";
import {oldOverall} from "./mpdta.ts";
import type {ReferenceRow} from "./row.ts";

/** The clustered standard error of an effect that has influences. */
export function computeStandardError({cluster, clusters}: LongPanel, {influence}: Pick<Effect, "influence">): number {
  if (!influence) return NaN;
  return Math.sqrt(sumBy(influence, cluster, clusters).reduce((sum, psi) => sum + psi * psi, 0));
}

/** What to run for each estimator a file of answers names; the rest of its id is the aggregation. */
export interface ManyEstimators {
  set: string;
  /** Put before what a row is of. */
  prefix?: string;
  /** The answers: columns estimator, term, est, se. */
  expected: string;
  /** The panel each estimator had, by what its id starts with. */
  panels: Panels;
  /** Why ours differs, of a row that does. */
  why: Why;
}

type Panels = Record<"did" | "fixest" | "didimputation" | "did2s" | "staggered", LongPanel>;
type Why = (estimator: string, term: string, figure: "estimate" | "se") => string | undefined;

/** The same panel for every package. */
export const makePanels = (panel: LongPanel): Panels => ({
  did: panel,
  fixest: panel,
  didimputation: panel,
  did2s: panel,
  staggered: panel
});

/** Reasons found for what is not reproduced, wherever the package is the same. */
export const whyNot: Why = (estimator, term, figure) => {
  if (/^did(imputation|2s)/.test(estimator)) {
    return "fixest takes effects out by turns and stops at 1e-6, leaving some 1e-7 of the estimate where untreated rows are unbalanced; ours solves exactly";
  }
  if (/^did_.*_group$/.test(estimator) && term === "overall" && figure === "se") {
    return oldOverall;
  }
  return undefined;
};

/** Each answer of a file that holds those of several packages to one panel. */
export async function manyEstimators({
  set,
  prefix = "",
  expected,
  panels,
  why
}: ManyEstimators): Promise<ReferenceRow[]> {
  const table = await readTable(expected);
  const estimators = texts(table, "estimator");
  const terms = texts(table, "term");
  const estimates = numbers(table, "est");
  const errors = numbers(table, "se");
  const found = new Map<string, Map<string, {estimate: number; se: number}>>();
  const readAnswers = (estimator: string) => {
    const known = found.get(estimator) ?? answers(estimator, panels);
    found.set(estimator, known);
    return known;
  };
  return estimators.flatMap((estimator, i) => {
    const ours = readAnswers(estimator).get(plainTerm(terms[i])) ?? {estimate: NaN, se: NaN};
    const nameFigure = (figure: string) => ({set, estimator, what: `${prefix}${terms[i]} ${figure}`});
    return [
      estimateRow(nameFigure("estimate"), estimates[i], ours.estimate, errors[i], why(estimator, terms[i], "estimate")),
      errorRow(nameFigure("se"), errors[i], ours.se, why(estimator, terms[i], "se"))
    ];
  });
}

/** `year::-4` and `cohort::2004` are −4 and 2004; the one term of a static estimate is the overall one. */
function plainTerm(term: string): string {
  const [, level] = term.split("::");
  if (term.startsWith(".post") || ["treat", "ATT", "overall"].includes(term)) return "overall";
  return level ?? term;
}

function answers(estimator: string, panels: Panels): Map<string, {estimate: number; se: number}> {
  const [name, ...rest] = estimator.split("_");
  const panel = panels[name as keyof typeof panels];
  const effects = computeEffects(panel, {name: name, rest});
  return new Map(
    effects.map((effect) => [String(effect.term), {estimate: effect.estimate, se: computeStandardError(panel, effect)}])
  );
}

function computeEffects(panel: LongPanel, {name, rest}: {name: string; rest: readonly string[]}): readonly Effect[] {
  const last = rest.at(-1)!;
  if (name === "did") return didEffects(panel, {comparators: rest[1], aggregate: last});
  if (name === "fixest" && rest[0] === "twfe") {
    return twoWayFixedEffects(panel, {aggregate: "simple", anticipation: 0}).effects;
  }
  if (name === "fixest") {
    const aggregate = ({att: "simple", period: "dynamic", cohort: "cohort"} as const)[last as "att"];
    return sunAbraham(panel, {aggregate, anticipation: 0, reference: "year_before"}).effects;
  }
  if (name === "staggered") return efficient(panel, {aggregate: last as Aggregate, reference: "year_before"}).effects;
  return imputation(panel, {
    aggregate: last === "event" ? "dynamic" : "simple",
    anticipation: 0,
    variance: name === "did2s" ? "two_stage" : "conservative",
    isLead: () => true
  }).effects;
}

function didEffects(panel: LongPanel, {comparators, aggregate}: {comparators: string; aggregate: string}) {
  const options: PanelOptions = {
    aggregate: (aggregate === "group" ? "cohort" : aggregate) as Aggregate,
    comparators: comparators === "nevertreated" ? "never_treated" : "not_yet_treated",
    base: "varying",
    method: "dr",
    anticipation: 0
  };
  return callawaySantanna.estimate(panel, options).effects;
}
