import {mersenneTwister} from "../statistics/mersenne-twister.ts";
import {design} from "../design.ts";
import type {PartnershipOutcome} from "../partnership-notes.ts";
import type {MeasureLine} from "../release.ts";
import type {Result} from "../results.ts";
import {partnershipWords} from "../telling/partnership-words.ts";
import {both, covariateSets} from "./comparison/assumptions.ts";
import type {DonorPool} from "./comparison/donor-pool.ts";
import type {PhaseData} from "./comparison/phase-data.ts";
import type {RoleJoined} from "./comparison/role-joined.ts";
import type {Study} from "./comparison/study.ts";
import {acrossOf} from "./evidence/across.ts";
import {familiesOf} from "./evidence/families.ts";
import {familyOf, type FamilyMember} from "./evidence/family.ts";
import {moderatorsOf} from "./evidence/moderators.ts";
import {partnershipOutcomes, type OfPartnership} from "./evidence/partnership-outcome.ts";
import type {MeasureTrials} from "./evidence/robustness.ts";
import {partsWithheld, whyWithheld} from "./evidence/withheld.ts";
import {nothing, partResult, wholeResult, type RunTerms, type Setting, type Unfinished, type Whole} from "./result.ts";
import {seedOf} from "./seed.ts";

/** What words on partnerships and families need to know of measures. */
export type MeasureWords = Readonly<
  Record<string, {line: MeasureLine; subject: string; better: "higher" | "lower" | "neither"; label: string}>
>;

/** All that is estimated of one role on one measure, and what families need. */
export interface OfMeasure {
  whole: Whole;
  parts: Unfinished[];
  outcomes: {partnership: string; outcome: PartnershipOutcome}[];
}

/** Estimates a role on one measure: all schools, parts of them, and each partnership. */
export function measureResults(
  {role, study, trials, data, pool}: {
    role: RoleJoined;
    study: Study;
    trials: MeasureTrials;
    data: PhaseData;
    pool: DonorPool;
  },
  {run, measures}: {run: RunTerms; measures: MeasureWords}
): OfMeasure {
  const labels = Object.fromEntries(Object.entries(measures).map(([id, {label}]) => [id, label]));
  const setting: Setting = {data, pool, role, study, trials, run, labels: {...covariateLabels, ...labels}};
  const whole = wholeResult(setting);
  const own = partnershipOutcomes(study, role, trials.main);
  const across = acrossBoth(own);
  const {subject, better} = measures[study.measure];
  const outcomes = own.map((of) => ({
    partnership: of.partnership,
    outcome: withWords(of, across && shrunkenIn(across, own, of), {subject, better, worth: study.printed.worth.value})
  }));
  const withheld = whole.found && whyWithheld(whole.found.means.same_trend.units, study.rolls, role.unpublished);
  if (!whole.found || withheld !== null) {
    const result = withheld === null ? whole.result : nothing(setting, null, {attrition: [], absent: withheld!});
    return {whole: {...whole, result, found: null}, parts: [], outcomes};
  }
  const parts = study.isHeadline ? partsIn(setting, whole) : [];
  const moderators = moderatorsOf(
    parts.map(({result, found}) => ({
      by: result.by!,
      estimated: found && found.estimated.same_trend.method !== "none" ? found.estimated : null
    }))
  );
  return {
    whole: {...whole, result: {...whole.result, across, moderators}},
    parts: parts.map(({result}) => result),
    outcomes
  };
}

const covariateLabels: Readonly<Record<string, string>> = {
  own: "The outcome itself",
  free_meals: "Pupils eligible for free meals (%)",
  eal: "Pupils whose first language is not English (%)",
  log_roll: "Pupils on roll (logarithm)",
  selective: "Selective",
  sixth_form: "Has a sixth form"
};

/** Results on the parts of a role that may be shown; a part that is all there is of the role would say the same again. */
function partsIn(setting: Setting, whole: Whole): Whole[] {
  const {role, study} = setting;
  const all = whole.found!.means.same_trend.units;
  const parts = role.parts.flatMap(({by, rows}) => {
    const units = whole.units.filter(({row}) => rows.has(row));
    const part = partResult(setting, units, {by, whole: whole.result.strength});
    return part?.found && part.found.schools < all.length
      ? [{by, part, units: part.found.means.same_trend.units}]
      : [];
  });
  const hidden = partsWithheld(all, parts, study.rolls, role.unpublished);
  return parts.filter((_, i) => !hidden[i]).map(({part}) => part);
}

function acrossBoth(own: readonly OfPartnership[]): Result["across"] {
  const {same_trend, same_past} = both((set) =>
    acrossOf(own.map(({outcome, estimated}) => ({schools: outcome.schools, ...estimated[set]})))
  );
  return same_trend && same_past && {same_trend, same_past};
}

/** A partnership’s effect shrunken to the mean of its type: the same order as in `acrossOf`, the largest first. */
function shrunkenIn(
  across: NonNullable<Result["across"]>,
  all: readonly OfPartnership[],
  of: OfPartnership
): PartnershipOutcome["shrunken"] {
  const units = both((set) => {
    const order = all
      .filter(({estimated}) => estimated[set].se > 0)
      .sort((a, b) => b.outcome.schools - a.outcome.schools || a.estimated[set].se - b.estimated[set].se);
    const unit = across[set].units[order.indexOf(of)];
    return unit ? {value: unit.shrunken, low: unit.low, high: unit.high} : null;
  });
  return units.same_trend && units.same_past && {same_trend: units.same_trend, same_past: units.same_past};
}

function withWords(
  {outcome}: OfPartnership,
  shrunken: PartnershipOutcome["shrunken"],
  terms: Parameters<typeof partnershipWords>[1]
): PartnershipOutcome {
  const whole = {...outcome, shrunken};
  return {...whole, ...partnershipWords(whole, terms)};
}

/** By result, whether it stands among the outcomes of its family under both assumptions. */
export function familiesIn(
  {kind, role, clusters}: RoleJoined,
  wholes: readonly Whole[],
  measures: MeasureWords
): Map<string, NonNullable<Result["family"]>> {
  const found = new Map<string, NonNullable<Result["family"]>>();
  const phase = wholes[0]?.result.phase;
  if (!phase) return found;
  for (const {name, measures: ids} of familiesOf(measures, phase)) {
    const among = wholes.filter(({result, found: own}) => ids.includes(result.measure) && own !== null);
    for (const set of covariateSets) {
      const members = among.flatMap(({result, found: own}): FamilyMember[] => {
        const {estimate, influence} = own!.means[set];
        return [{id: result.id, estimate, p: own!.estimated[set].p, influence}];
      });
      if (!members.length) continue;
      const source = mersenneTwister(seedOf([kind, role, phase, name].join("."), design.draws.seed));
      for (const [id, family] of familyOf(members, {name, clusters, draws: design.draws.family, source})) {
        const other = found.get(id);
        found.set(
          id,
          other
            ? {...family, stands: family.stands && other.stands, false_discovery: family.false_discovery && other.false_discovery}
            : family
        );
      }
    }
  }
  return found;
}
