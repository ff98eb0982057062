import {design} from "../../design.ts";
import type {Effect, RobustnessCheck} from "../../release/results.ts";
import {both} from "../comparison/assumptions.ts";
import type {DonorPool} from "../comparison/donor-pool.ts";
import type {PhaseData} from "../comparison/phase-data.ts";
import type {RoleJoined} from "../comparison/role-joined.ts";
import type {Study} from "../comparison/study.ts";
import type {TrialOptions} from "../comparison/trial.ts";
import {windowMeans, type Window, type Yearly} from "../comparison/yearly.ts";
import {joinBracket} from "../effects/bracket.ts";
import {estimate, type Found, type Specification} from "../effects/specification.ts";
import {makeUnits, type Unit} from "../effects/units.ts";
import {planTrials, type PlanTrials} from "../expected-change/plan-trials.ts";
import {makeTrials} from "../expected-change/trials.ts";
import type {TrialExcess} from "../expected-change/trial-excess.ts";
import {withoutCovariate} from "../expected-change/without-covariate.ts";
import {once} from "../../once.ts";
import {specify} from "../effects/specify.ts";
import {crossChecks} from "./cross-checks.ts";
import {withoutOwnAuthority} from "./same-authority.ts";

/** The trials of a measure in a donor pool, under the plan and under other specifications, each made when it is asked for. */
export interface MeasureTrials extends PlanTrials {
  /** Robustness checks that need trials of their own, with the effect of each role that is compared with the pool. */
  others: readonly {
    group: RobustnessCheck["group"];
    label: string;
    effects: () => ReadonlyMap<RoleJoined, Effect>;
  }[];
}

/**
 * All trials of a measure. Those beyond the plan’s and its checks of the years before joining are of headline outcomes
 * alone; of them only the effects are kept, since all at once would hold the regressions of a country a dozen times.
 */
export function measureTrials(
  data: PhaseData,
  pool: DonorPool,
  {treated, roles}: {treated: ReadonlyMap<number, Int32Array>; roles: readonly RoleJoined[]},
  study: Study
): MeasureTrials {
  const of = (outcome: Yearly, times: Window, options: Partial<TrialOptions> = {}) =>
    makeTrials(data, pool, treated, {measure: study.measure, outcome, times, ...options});
  const {unit, outcome, other, bounds} = study;
  const since = design.effect;
  const other_ = (
    group: RobustnessCheck["group"],
    label: string,
    make: () => Map<number, TrialExcess>,
    inUnit = unit
  ) => ({
    group,
    label,
    effects: once(() => {
      const trials = make();
      return new Map(
        roles.flatMap((role) => {
          const units = makeUnits(role.joined, trials);
          const found = estimate({...specify({study, role, data}, units, null), unit: inUnit});
          return found ? [[role, found.effect] as const] : [];
        })
      );
    })
  });
  const entries = [...new Set(design.covariates.same_past.map((entry) => entry.replace("²", "")))];
  const optional = entries.filter((entry) => entry !== design.covariates.floor && entry !== "own");
  const plan = planTrials(data, pool, treated, study);
  const others = study.isHeadline
    ? [
        other_("cohort", "Joining counted a year earlier", () => of(outcome, since, {shift: -1})),
        other_("cohort", "Joining counted a year later", () => of(outcome, since, {shift: 1})),
        ...(other ? [other_("scale", scaleWords(other.scale), () => of(other.outcome, since), other.unit)] : []),
        ...(bounds
          ? [
              other_("bounds", "Hidden counts as low as they can be", () => of(bounds.low, since)),
              other_("bounds", "Hidden counts as high as they can be", () => of(bounds.high, since))
            ]
          : []),
        ...optional.map((entry) =>
          other_("covariates", `Without ${names[entry] ?? entry}`, () =>
            withoutCovariate(plan.main, entry, {outcome, times: since})
          )
        )
      ]
    : [];
  return {...plan, others};
}

const names: Readonly<Record<string, string>> = {
  log_roll: "size",
  eal: "first language",
  selective: "selection",
  sixth_form: "sixth form",
  governance: "governance",
  region: "region",
  past: "other earlier outcomes"
};

const scaleWords = (scale: "native" | "standardised"): string =>
  scale === "native" ? "The longest comparable series in its own unit" : "Standardised within each year";

const plain = {headline: false, misleading: null, absent: null, estimate: null};

/** The robustness checks of an effect, in a fixed order; what could not be asked says why. */
export function checkRobustness(
  found: Found,
  terms: Specification,
  {
    role,
    trials,
    study,
    data,
    pool
  }: {role: RoleJoined; trials: MeasureTrials; study: Study; data: PhaseData; pool: DonorPool}
): RobustnessCheck[] {
  const checks = trials.others.map(({group, label, effects}): RobustnessCheck => {
    const effect = effects().get(role) ?? null;
    return {...plain, group, label, effect, absent: effect ? null : "No school has the years for it."};
  });
  const whole: RobustnessCheck = {...plain, group: "base", label: "The plan", headline: true, effect: found.effect};
  const isOfEarlierResults = study.measure === (design.headline as Readonly<Record<string, string>>)[study.phase];
  return [
    whole,
    ...checks,
    ...(study.isHeadline ? [ownAuthority(found, terms, data.authority)] : []),
    ...(isOfEarlierResults
      ? crossChecks(found.means.same_trend.units, found.effect, {study, role, pool, data, seed: terms.seed})
      : [])
  ];
}

function ownAuthority({means}: Found, {unit}: Specification, authority: Int32Array): RobustnessCheck {
  const label = "Without donors of the same authority (a point alone)";
  const points = both((set) => withoutOwnAuthority(means[set].units, set, authority));
  const {same_trend, same_past} = points;
  if (!same_trend || !same_past) {
    return {...plain, group: "comparators", label, effect: null, absent: "Too few donors in other authorities."};
  }
  const point = ({estimate: value}: {estimate: number}) => ({value: unit * value, se: null, low: null, high: null});
  const effect = joinBracket({same_trend: point(same_trend), same_past: point(same_past)});
  return {...plain, group: "comparators", label, effect};
}

/** What a school counts by its pupils: its mean roll over the base window; 0 where unknown. */
export function rollWeights(rolls: Yearly): (unit: Unit) => number {
  return ({trial: {trial}, row}) => {
    const [mean] = windowMeans(rolls, Int32Array.of(row), trial.cohort, trial.base);
    return mean > 0 ? mean : 0;
  };
}
