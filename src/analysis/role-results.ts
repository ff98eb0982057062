import {mersenneTwister} from "../statistics/mersenne-twister.ts";
import {design} from "../design.ts";
import type {MeasureLine} from "../release.ts";
import type {Across, Result} from "../results.ts";
import type {PartnershipOutcome} from "../partnership-notes.ts";
import {acrossOf} from "../telling/across.ts";
import {familiesOf} from "../telling/families.ts";
import {familyOf, type FamilyMember} from "../telling/family.ts";
import {intervalOf} from "../inference/interval-of-effect.ts";
import {baseStudyOf, weightsWhere, type BaseStudy} from "./base-study.ts";
import {groupingOf, type EventStudy} from "./event-study.ts";
import {drawnP, meansDrawn} from "./linear-effect.ts";
import {outcomeInWords, partnershipOutcomesOf, type OfPartnership} from "./partnership-outcome.ts";
import type {Overalls} from "./among-kinds.ts";
import {moderatorsOf} from "./moderators.ts";
import {estimateOf, withheld, type Estimate, type RunTerms} from "./result.ts";
import type {RoleStudy} from "./role-study.ts";
import {seedOf} from "./seed.ts";
import type {Study} from "./study.ts";
import {partnershipsShown, partsWithheld, whyWithheld} from "./withheld.ts";

/** All that is estimated of one role: results without words, and outcomes of partnerships. */
export interface RoleResults {
  results: Omit<Result, "words">[];
  outcomes: {partnership: string; outcome: PartnershipOutcome}[];
  /** Of results that have an interval and are shown. */
  overalls: Overalls;
}

/** What words on partnerships and families need to know of measures. */
export type MeasureWords = Readonly<
  Record<string, {line: MeasureLine; subject: string; better: "higher" | "lower" | "neither"}>
>;

/** Results of a role on all measures of a phase, its parts among them, and what each partnership did. */
export function roleResults(
  role: RoleStudy,
  studies: readonly Study[],
  {run, measures}: {run: RunTerms; measures: MeasureWords}
): RoleResults {
  const wholes: Estimate[] = [];
  const results: Omit<Result, "words">[] = [];
  const outcomes: RoleResults["outcomes"] = [];
  for (const study of studies) {
    const base = baseStudyOf(role.drawn.cohorts, study, role.joining);
    const all = weightsWhere(base.differences, () => true);
    const whole = estimateOf(study, role, base, {by: null, weights: all, run, whole: null});
    const own = partnershipsShown(study, role, base, partnershipOutcomesOf(study, role, base));
    const across = acrossOf(own.map(({outcome, ...of}) => ({schools: outcome.schools, ...of})));
    const {subject, better} = measures[study.measure];
    const terms = {subject, better, worth: study.told.worth.value};
    for (const of of own) {
      const outcome = outcomeInWords(of.outcome, shrunkenIn(across, of, own), terms);
      outcomes.push({partnership: of.partnership, outcome});
    }
    const absent = whole.result.absent ?? whyWithheld(study, role, base, whole.study.joiners);
    if (absent !== null) {
      wholes.push({...whole, overall: null, result: withheld(whole.result, absent)});
      continue;
    }
    const parts = partsIn(study, role, base, {whole, run});
    const moderators = moderatorsOf(parts.map(({result, overall}) => ({by: result.by!, overall})));
    wholes.push({...whole, result: {...whole.result, across, moderators}});
    results.push(...parts.map(({result}) => ({...result, family: null})));
  }
  const families = familiesIn(role, wholes, measures);
  return {
    results: [...wholes.map(({result}) => ({...result, family: families.get(result.id) ?? null})), ...results],
    outcomes,
    overalls: Object.fromEntries(wholes.flatMap(({result, overall}) => (overall ? [[result.id, overall]] : [])))
  };
}

/** Estimates on the parts of a role that have one and may be shown; a part that is all there is of the role would say the same again. */
function partsIn(
  study: Study,
  role: RoleStudy,
  base: BaseStudy,
  {whole, run}: {whole: Estimate; run: RunTerms}
): Estimate[] {
  const parts = role.parts.flatMap(({by, rows}) => {
    const weights = weightsWhere(base.differences, (row) => rows.has(row));
    if (!weights.includes(1)) return [];
    const estimate = estimateOf(study, role, base, {by, weights, run, whole: whole.result.strength});
    const {joiners} = estimate.study;
    const isPart = joiners.length < whole.study.joiners.length;
    return estimate.result.absent === null && isPart ? [{by, estimate, joiners}] : [];
  });
  const hidden = partsWithheld(study, role, base, {all: whole.study.joiners, parts});
  return parts.filter((_, i) => !hidden[i]).map(({estimate}) => estimate);
}

/** A partnership’s effect drawn towards the mean of its kind: the same order as in `acrossOf`, the largest first. */
function shrunkenIn(across: Across | null, of: OfPartnership, all: readonly OfPartnership[]) {
  if (!across || !(of.se > 0)) return null;
  const order = all.filter(({se}) => se > 0).sort((a, b) => b.outcome.schools - a.outcome.schools || a.se - b.se);
  const {shrunken, low, high} = across.units[order.indexOf(of)];
  return {value: shrunken, low, high};
}

/** Whether each result stands among the outcomes of its family. */
function familiesIn(
  {kind, role, joining}: RoleStudy,
  wholes: readonly Estimate[],
  measures: MeasureWords
): Map<string, NonNullable<Result["family"]>> {
  const {clusters, cohort} = groupingOf(joining.schools, joining.joiners);
  const panel = {cohort, cluster: clusters.of, clusters: clusters.count};
  const found = new Map<string, NonNullable<Result["family"]>>();
  const phase = wholes[0]?.result.phase;
  if (!phase) return found;
  const of = new Map([...clusters.of].map((cluster, row) => [row, cluster]));
  for (const {name, measures: ids} of familiesOf(measures, phase)) {
    const members = wholes.flatMap(({result, overall, study}): FamilyMember[] => {
      if (!ids.includes(result.measure) || !overall || !study.overall) return [];
      const {estimate, influence} = study.overall.mean;
      const rows = Int32Array.from(influence.keys()).filter((row) => influence[row] !== 0);
      const p = drawnPOf(study) ?? intervalOf({estimate, influence}, panel, design.confidence).p;
      return [
        {id: result.id, estimate, p, school_id: rows, influence: Float64Array.from(rows, (row) => influence[row])}
      ];
    });
    if (!members.length) continue;
    const source = mersenneTwister(seedOf([kind, role, phase, name].join("."), design.draws.seed));
    for (const [id, family] of familyOf(members, {name, clusters: of, draws: design.draws.bootstrap, source})) {
      found.set(id, family);
    }
  }
  return found;
}

/** The p-value that belongs to an interval of made-up partnerships; null where the interval is another. */
function drawnPOf({drawn, overall, times}: EventStudy): number | null {
  if (!drawn || !overall) return null;
  const [from, to] = design.effect;
  const columns = times.filter(({event_time}) => event_time >= from && event_time <= to).map(({column}) => column);
  return drawnP(overall.mean.estimate, meansDrawn(drawn, columns));
}
