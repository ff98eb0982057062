import {baseStudyOf, weightsWhere} from "../../src/analysis/base-study.ts";
import {changeDefaults} from "../../src/analysis/changes.ts";
import {drawComparators} from "../../src/analysis/comparators.ts";
import {eventStudyOf, type EventStudy} from "../../src/analysis/event-study.ts";
import type {Study} from "../../src/analysis/study.ts";
import {timedEffectsOf} from "../../src/analysis/timed-effects.ts";
import {design} from "../../src/design.ts";
import {measures} from "../../src/measures.ts";
import {partnershipKinds} from "../../src/partnership-kinds/index.ts";
import type {Phase, Role} from "../../src/release.ts";
import type {Effect} from "../../src/results.ts";
import {preTrendOf} from "../../src/telling/pre-trend.ts";
import {readPhase} from "../estimate/phase-schools.ts";
import {joiningOf, readMemberships} from "../estimate/read-joinings.ts";
import {readStudy} from "../estimate/read-study.ts";
import type {Warehouse} from "../warehouse.ts";
import {baseOf, type BaseName} from "./calibration-draws.ts";
import {rounded, type Found} from "./truth-note.ts";

const asked: readonly (readonly [kind: string, role: Role])[] = [
  ["multi_academy_trust", "supported"],
  ["multi_academy_trust", "supporter"],
  ["sponsor", "supported"],
  ["federation", "member"],
  ["foundation_trust", "member"]
];
const outcomes = ["suspension_rate", "permanent_exclusion_rate", "ks4_attainment"];
const phases: readonly Phase[] = ["primary", "secondary"];

/** A kind, role and outcome of real files, counted from the base window and, which misleads, from the year before joining. */
export interface OfReal {
  kind: string;
  role: Role;
  phase: Phase;
  measure: string;
  /** In the data, with similar schools, and behind the effect. */
  joined: number;
  compared: number;
  schools: number;
  window: Effect | null;
  yearBefore: Effect | null;
  /** Chance of so unlike years before joining, if schools moved alike until then; null where it cannot be tested. */
  pre_trend: number | null;
}

/** What the engine says of real partnerships, from a warehouse of published files. */
export async function askReal(warehouse: Warehouse): Promise<OfReal[]> {
  const memberships = await readMemberships(warehouse);
  const found: OfReal[] = [];
  for (const phase of phases) {
    const schools = await readPhase(warehouse, phase);
    const studies: Study[] = [];
    for (const measure of outcomes) {
      const study = measures[measure]!.phases.includes(phase) ? await readStudy(warehouse, measure, schools) : null;
      if (study) studies.push(study);
    }
    for (const [kind, role] of asked) {
      const joining = joiningOf(memberships, schools, {kind, role});
      const drawn = drawComparators(joining, schools.variables);
      for (const study of studies) {
        const ask = (name: BaseName): EventStudy => {
          const base = baseStudyOf(drawn.cohorts, study, joining, {...changeDefaults, baseOf: baseOf[name]});
          const weights = weightsWhere(base.differences, () => true);
          const terms = {...base, weights, unit: study.unit, draws: design.draws.placebo, seed: design.draws.seed};
          return eventStudyOf(base.cohorts, base.differences, terms);
        };
        const window = ask("window");
        found.push({
          kind,
          role,
          phase,
          measure: study.measure,
          joined: joining.joiners.length,
          compared: drawn.cohorts.reduce((sum, {joiners}) => sum + joiners.length, 0),
          schools: window.joiners.length,
          window: window.overall && window.overall.effect,
          yearBefore: ask("g−1").overall?.effect ?? null,
          pre_trend: preTrendIn(window, study)
        });
      }
    }
  }
  return found;
}

function preTrendIn(found: EventStudy, {unit, better, told, partly_collected}: Study): number | null {
  const timed = timedEffectsOf(found, unit);
  if (!timed) return null;
  return preTrendOf(timed, {base: design.base, better, unit: told.unit, digits: told.digits, partly_collected}).p;
}

const limits = (effect: Effect | null, digits: number): (number | null)[] => [
  rounded(effect?.value, digits),
  rounded(effect?.low, digits),
  rounded(effect?.high, digits)
];

/** What came out, as a validation. */
export function realFound(all: readonly OfReal[], {command}: {command: string}): Found {
  const told = all.filter(({window}) => window !== null);
  const spike = told.find(
    (one) =>
      one.kind === "multi_academy_trust" &&
      one.role === "supported" &&
      one.phase === "secondary" &&
      one.measure === "suspension_rate"
  );
  const words = (effect: Effect | null) =>
    effect === null
      ? "nothing"
      : `${effect.value.toFixed(1)}${effect.low === null || effect.high === null ? "" : ` (${effect.low.toFixed(1)} to ${effect.high.toFixed(1)})`}`;
  return {
    id: "real",
    title: "Real partnerships: the base window beside the year before joining",
    summary: spike
      ? `Sponsored academies in trusts, secondary, suspensions per 100 pupils: ${words(spike.window)} counted from the base window, ${words(spike.yearBefore)} counted from the year before joining, when exclusions of a school that closes to become an academy are only partly collected.`
      : "These files hold no suspensions of sponsored academies.",
    command,
    columns: [
      {name: "kind", numeric: false},
      {name: "role", numeric: false},
      {name: "phase of education", numeric: false},
      {name: "outcome", numeric: false},
      {name: "schools in the role", numeric: true},
      {name: "with similar schools", numeric: true},
      {name: "behind the effect", numeric: true},
      ...["effect", "low", "high"].map((name) => ({name, numeric: true})),
      ...["effect, from the year before", "low, from the year before", "high, from the year before"].map((name) => ({
        name,
        numeric: true
      })),
      {name: "years before alike, p", numeric: true}
    ],
    rows: all.map(({kind, role, phase, measure, joined, compared, schools, window, yearBefore, pre_trend}) => {
      const digits = measures[measure]!.digits + 1;
      return [
        partnershipKinds[kind]!.label,
        role,
        phase,
        measures[measure]!.label,
        joined,
        compared,
        schools,
        ...limits(window, digits),
        ...limits(yearBefore, digits),
        rounded(pre_trend, 3)
      ];
    }),
    notes: [
      "From the published files that the development of this project had, which are fewer than the whole: exclusions of 2006/07 to 2016/17, results at sixteen of 2013/14 to 2018/19 for England, results at eleven of two authorities.",
      "Counting from the year before joining is shown because it misleads."
    ]
  };
}
