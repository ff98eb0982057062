import {design} from "../design.ts";
import {UserError} from "../errors.ts";
import {callawaySantanna} from "../estimators/callaway-santanna/index.ts";
import {imputation} from "../estimators/imputation.ts";
import type {LongPanel} from "../estimators/long-panel.ts";
import type {PanelResult} from "../estimators/panel-estimator.ts";
import {sunAbraham} from "../estimators/sun-abraham.ts";
import {intervalOf} from "../inference/interval-of-effect.ts";
import type {Alternative, Effect} from "../results.ts";
import type {BaseStudy} from "./base-study.ts";
import type {EventStudy} from "./event-study.ts";
import {longPanelOf} from "./long-panel-of.ts";
import type {RoleStudy} from "./role-study.ts";
import type {Study} from "./study.ts";
import {syntheticDidOf} from "./synthetic-did-of.ts";

/** The year before joining counts for neither side: what other estimators call anticipation. */
const anticipation = 1;

const checks: readonly {label: string; estimate: (panel: LongPanel) => PanelResult}[] = [
  {
    label: "Callaway and Sant’Anna’s estimator",
    estimate: (panel) =>
      callawaySantanna.estimate(panel, {
        aggregate: "dynamic",
        comparators: "never_treated",
        base: design.base,
        method: "reg",
        anticipation: 0
      })
  },
  {
    label: "Imputed from untreated years",
    estimate: (panel) =>
      imputation(panel, {aggregate: "dynamic", anticipation, variance: "conservative", isLead: () => false})
  },
  {
    label: "Sun and Abraham’s event study",
    estimate: (panel) => sunAbraham(panel, {aggregate: "dynamic", anticipation, reference: "last_before"})
  }
];

/** As many joiners or fewer have a synthetic comparator each. */
const fewForSynthetic = 3;

/**
 * The effect by other estimators, on the joiners behind it and their comparators, not adjusted for covariates: the mean over the plan’s event times.
 * Intervals stand where the headline’s are Student’s: at other sizes theirs do not hold. With three joiners or fewer, synthetic
 * difference in differences instead; in between, where no interval is claimed, none.
 */
export function crossChecksOf(study: Study, role: RoleStudy, base: BaseStudy, found: EventStudy): Alternative[] {
  const said = {group: "estimator" as const, headline: false, misleading: null};
  const none = {value: NaN, low: null, high: null};
  if (found.joiners.length <= fewForSynthetic) {
    const value = syntheticDidOf(study.outcome, role, base, found.joiners);
    const label = "Synthetic difference in differences, school by school";
    if (value === null) return [{...said, label, ...none, absent: "Too few years, or similar schools, with results."}];
    return [{...said, label, value: study.unit * value, low: null, high: null}];
  }
  if (found.method === "none") return [];
  const panel = longPanelOf(study.outcome, role, base, found);
  return checks.map(({label, estimate}) => {
    const effect = estimated(panel, estimate, {unit: study.unit, hasInterval: found.method === "student"});
    return typeof effect === "string" ? {...said, label, ...none, absent: effect} : {...said, label, ...effect};
  });
}

/** The effect, or why the estimator could not be asked. */
function estimated(
  panel: LongPanel,
  estimate: (panel: LongPanel) => PanelResult,
  terms: {unit: number; hasInterval: boolean}
): Effect | string {
  try {
    return overPlan(estimate(panel), panel, terms) ?? "It has no answer in the years since joining.";
  } catch (error) {
    if (error instanceof UserError) return `${error.message.charAt(0).toUpperCase()}${error.message.slice(1)}.`;
    throw error;
  }
}

/** The mean of an event study’s effects over the plan’s event times, those there are. */
function overPlan(
  {effects}: PanelResult,
  panel: LongPanel,
  {unit, hasInterval}: {unit: number; hasInterval: boolean}
): Effect | null {
  const [from, to] = design.effect;
  const within = effects.filter(
    ({term, estimate}) => typeof term === "number" && term >= from && term <= to && !Number.isNaN(estimate)
  );
  if (!within.length) return null;
  const estimate = within.reduce((sum, effect) => sum + effect.estimate, 0) / within.length;
  const influence = new Float64Array(panel.ids.length);
  for (const effect of within) effect.influence!.forEach((value, u) => (influence[u] += value / within.length));
  const {low, high} = intervalOf({estimate, influence}, panel, design.confidence);
  if (!hasInterval || Number.isNaN(low)) return {value: unit * estimate, low: null, high: null};
  const ends = [unit * low, unit * high] as const;
  return {value: unit * estimate, low: Math.min(...ends), high: Math.max(...ends)};
}
