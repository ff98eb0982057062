import {design} from "../design.ts";
import type {PartnershipOutcome} from "../release/partnership-files.ts";
import type {OutcomeDomain} from "../vocabulary/outcome-domain.ts";
import type {Phase} from "../vocabulary/phase.ts";
import type {Result} from "../release/results.ts";
import {partnershipWords} from "../words/partnership-words.ts";
import {both, covariateSets, type Both} from "./comparison/assumptions.ts";
import {covariateLabels} from "./comparison/covariate-labels.ts";
import type {DonorPool} from "./comparison/donor-pool.ts";
import type {PhaseData} from "./comparison/phase-data.ts";
import type {RoleJoined} from "./comparison/role-joined.ts";
import type {Study} from "./comparison/study.ts";
import {meanAcrossPartnerships} from "./evidence/across.ts";
import {groupFamilies} from "./evidence/families.ts";
import {adjustFamily, type FamilyMember} from "./evidence/family.ts";
import {compareModerators} from "./evidence/moderators.ts";
import {partnershipOutcomes, type OfPartnership} from "./evidence/partnership-outcome.ts";
import type {MeasureTrials} from "./evidence/robustness.ts";
import {partsWithheld, whyWithheld} from "./evidence/withheld.ts";
import {partResult, wholeResult, type Whole} from "./result.ts";
import type {RunTerms, Setting, Unfinished} from "./setting.ts";
import {makeNothing} from "./without-effect.ts";
import {hashSeed} from "./comparison/seed.ts";
import {signsFrom} from "./kernels/signed-sums.ts";

/** What words on partnerships and families need to know of measures. */
export type MeasureWords = Readonly<
  Record<string, {domain: OutcomeDomain; subject: string; better: "higher" | "lower" | "neither"}>
>;

/** What families need of a result: small next to all that it was made from. */
export interface FamilyInput {
  measure: string;
  members: Both<FamilyMember>;
}

/** All that is estimated of one role on one measure, and what families need. */
export interface OfMeasure {
  result: Unfinished;
  family: FamilyInput | null;
  parts: Unfinished[];
  outcomes: {partnership: string; outcome: PartnershipOutcome}[];
}

/** Estimates a role on one measure: all schools, parts of them, and each partnership. */
export function measureResults(
  {
    role,
    study,
    trials,
    data,
    pool
  }: {
    role: RoleJoined;
    study: Study;
    trials: MeasureTrials;
    data: PhaseData;
    pool: DonorPool;
  },
  {run, measures}: {run: RunTerms; measures: MeasureWords}
): OfMeasure {
  const setting: Setting = {data, pool, role, study, trials, run, labels: covariateLabels};
  const whole = wholeResult(setting);
  const own = partnershipOutcomes(study, role, {trials, authority: data.authority});
  const across = acrossBoth(own);
  const {subject, better} = measures[study.measure];
  const shrunken = across && listShrunken(across, own);
  const outcomes = own.map((of) => ({
    partnership: of.partnership,
    outcome: withWords(of, shrunken?.get(of) ?? null, {subject, better})
  }));
  const withheld = whole.found && whyWithheld(whole.found.means.same_trend.units, study.rolls, role.unpublished);
  if (!whole.found || withheld !== null) {
    const result = withheld === null ? whole.result : makeNothing(setting, null, {attrition: [], absent: withheld});
    return {result, family: null, parts: [], outcomes};
  }
  const parts = study.isHeadline ? estimateParts(setting, whole) : [];
  const moderators = compareModerators(
    parts.map(({result, found}) => ({
      by: result.by!,
      estimated: found && found.estimated.same_trend.method !== "none" ? found.estimated : null
    }))
  );
  const {means, estimated} = whole.found;
  const members = both((set) => ({
    id: whole.result.id,
    estimate: means[set].estimate,
    p: estimated[set].p,
    influence: means[set].influence
  }));
  return {
    result: {...whole.result, across, moderators},
    family: {measure: study.measure, members},
    parts: parts.map(({result}) => result),
    outcomes
  };
}

/** Results on the parts of a role that may be shown; a part that is all there is of the role would say the same again. */
function estimateParts(setting: Setting, whole: Whole): Whole[] {
  const {role, study} = setting;
  const all = whole.found!.means.same_trend.units;
  const parts = role.parts.flatMap(({by, rows}) => {
    const units = whole.units.filter(({row}) => rows.has(row));
    const part = partResult(setting, units, {by, whole: whole.result.strength});
    return part?.found && part.found.schools < all.length ? [{by, part, units: part.found.means.same_trend.units}] : [];
  });
  const hidden = partsWithheld(all, parts, study.rolls, role.unpublished);
  return parts.filter((_, i) => !hidden[i]).map(({part}) => part);
}

function acrossBoth(own: readonly OfPartnership[]): Result["across"] {
  const {same_trend, same_past} = both((set) =>
    meanAcrossPartnerships(own.map(({outcome, estimated}) => ({schools: outcome.schools, ...estimated[set]})))
  );
  return same_trend && same_past && {same_trend, same_past};
}

/** Each partnership’s effect shrunken to the mean of its type: in the same order as in `meanAcrossPartnerships`, the largest first. */
function listShrunken(
  across: NonNullable<Result["across"]>,
  all: readonly OfPartnership[]
): Map<OfPartnership, PartnershipOutcome["shrunken"]> {
  const places = both((set) => {
    const order = all
      .filter(({estimated}) => estimated[set].se > 0)
      .sort((a, b) => b.outcome.schools - a.outcome.schools || a.estimated[set].se - b.estimated[set].se);
    return new Map(order.map((of, i) => [of, across[set].units[i]]));
  });
  return new Map(
    all.map((of) => {
      const units = both((set) => {
        const unit = places[set].get(of);
        return unit ? {value: unit.shrunken, low: unit.low, high: unit.high} : null;
      });
      const shrunken = units.same_trend && units.same_past;
      return [of, shrunken && {same_trend: units.same_trend, same_past: units.same_past}];
    })
  );
}

function withWords(
  {outcome}: OfPartnership,
  shrunken: PartnershipOutcome["shrunken"],
  terms: Parameters<typeof partnershipWords>[1]
): PartnershipOutcome {
  const whole = {...outcome, shrunken, among: null};
  return {...whole, ...partnershipWords(whole, terms)};
}

/** By result, whether it stands among the outcomes of its family under both assumptions. */
export function adjustFamilies(
  {partnership_type, role, clusters}: RoleJoined,
  phase: Phase,
  wholes: readonly FamilyInput[],
  measures: MeasureWords
): Map<string, NonNullable<Result["family"]>> {
  const found = new Map<string, NonNullable<Result["family"]>>();
  for (const {name, measures: ids} of groupFamilies(measures, phase)) {
    const among = wholes.filter(({measure}) => ids.includes(measure));
    for (const set of covariateSets) {
      const members = among.map(({members: own}) => own[set]);
      if (!members.length) continue;
      const signs = signsFrom(hashSeed([partnership_type, role, phase, name].join("."), design.draws.seed));
      for (const [id, family] of adjustFamily(members, {name, clusters, draws: design.draws.family, signs})) {
        const other = found.get(id);
        const stands = family.stands && (other?.stands ?? true);
        found.set(id, {...family, stands, false_discovery: family.false_discovery && (other?.false_discovery ?? true)});
      }
    }
  }
  return found;
}
