import {baseStudyOf, weightsWhere, type BaseStudy} from "../../src/analysis/base-study.ts";
import {changeDefaults} from "../../src/analysis/changes.ts";
import {drawComparators, type Drawn} from "../../src/analysis/comparators.ts";
import {eventStudyOf, type EventStudy} from "../../src/analysis/event-study.ts";
import type {Joining, Yearly} from "../../src/analysis/joining.ts";
import type {Study} from "../../src/analysis/study.ts";
import {timedEffectsOf} from "../../src/analysis/timed-effects.ts";
import {design} from "../../src/design.ts";
import {measures} from "../../src/measures.ts";
import {partnershipKinds} from "../../src/partnership-kinds/index.ts";
import type {Phase, Role} from "../../src/release.ts";
import type {Effect} from "../../src/results.ts";
import type {Better} from "../../src/telling/better.ts";
import {equivalenceOf, excludesHarm} from "../../src/telling/equivalence.ts";
import {combined} from "../../src/telling/timed-effects.ts";
import {readPhase} from "../estimate/phase-schools.ts";
import {joiningOf, readMemberships} from "../estimate/read-joinings.ts";
import {readStudy} from "../estimate/read-study.ts";
import type {Warehouse} from "../warehouse.ts";
import {baseOf, type BaseName} from "./calibration-draws.ts";
import {plantedIn, readTruth, type Planted} from "./truth-planted.ts";

/** An estimate beside what was planted, in the unit told, over the same event times and joiners. */
export interface Joined {
  kind: string;
  role: Role;
  phase: Phase;
  measure: string;
  better: Better;
  /** Which event times: of the overall effect, or of a phase of the partnership. */
  over: "overall" | "early" | "development" | "longer_term";
  /** What change is counted from: the base window, or the year before joining. */
  base: BaseName;
  schools: number;
  partnerships: number;
  method: EventStudy["method"];
  effect: Effect;
  /** By partnerships of the kind in the schools that joined. */
  planted: number;
  /** By all partnerships, in the schools that joined less in their comparators, since the base window: what a comparison without any noise would find. */
  planted_beside: number;
  /** One standard deviation between schools, in the unit told. */
  sd: number | null;
  /** Of the overall effect: whether it was told as too small to matter, and harm as ruled out; null without a test. */
  equivalent: boolean | null;
  no_harm: boolean | null;
  worth: number;
}

const roles: readonly Role[] = ["supported", "supporter", "member"];
const phases: readonly Phase[] = ["primary", "secondary", "special"];

export interface JoinOptions {
  /** Measures asked; all if left out. */
  only?: readonly string[];
  phases?: readonly Phase[];
  bases?: readonly BaseName[];
}

/** Estimates every kind, role, phase and measure of a warehouse of a made-up England, and puts what was planted beside it. */
export async function joinTruth(
  warehouse: Warehouse,
  folder: string,
  {only, phases: asked = phases, bases = ["window"]}: JoinOptions = {}
): Promise<Joined[]> {
  await readTruth(warehouse, folder);
  const memberships = await readMemberships(warehouse);
  const found: Joined[] = [];
  for (const phase of asked) {
    const schools = await readPhase(warehouse, phase);
    const sides = Object.keys(partnershipKinds).flatMap((kind) =>
      roles.flatMap((role) => {
        const joining = joiningOf(memberships, schools, {kind, role});
        return joining.joiners.length
          ? [{kind, role, joining, drawn: drawComparators(joining, schools.variables)}]
          : [];
      })
    );
    for (const [measure, {phases: published}] of Object.entries(measures)) {
      if (!published.includes(phase) || (only && !only.includes(measure))) continue;
      const study = await readStudy(warehouse, measure, schools);
      if (!study) continue;
      const planted = await plantedIn(warehouse, study, schools);
      for (const side of sides) for (const base of bases) found.push(...joinedOf(study, planted, side, base));
    }
  }
  return found;
}

interface Side {
  kind: string;
  role: Role;
  joining: Joining;
  drawn: Drawn;
}

/** What the same comparison finds of what was planted: nothing adjusted, and only schools and years that have the outcome. */
function plantedBeside({outcome}: Study, {all}: Planted, {drawn, joining}: Side, name: BaseName): BaseStudy {
  const values = all.values.map((value, i) => (Number.isNaN(outcome.values[i]!) ? NaN : value));
  const masked = {measure: "planted", outcome: {years: all.years, values}};
  return baseStudyOf(drawn.cohorts, masked, joining, {...changeDefaults, baseOf: baseOf[name], adjusts: false});
}

function joinedOf(study: Study, planted: Planted, side: Side, name: BaseName): Joined[] {
  const {kind, role, joining, drawn} = side;
  const base = baseStudyOf(drawn.cohorts, study, joining, {...changeDefaults, baseOf: baseOf[name]});
  const weights = weightsWhere(base.differences, () => true);
  const found = eventStudyOf(base.cohorts, base.differences, {
    ...base,
    weights,
    unit: study.unit,
    draws: design.draws.placebo,
    seed: 1
  });
  if (!found.overall) return [];
  const beside = plantedBeside(study, planted, side, name);
  const own = planted.by.get(kind);
  const over = (from: number, to: number) => found.times.filter((t) => t.event_time >= from && t.event_time <= to);
  const mean = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0) / numbers.length;
  const {told} = study;
  const head = {
    kind,
    role,
    phase: study.phase,
    measure: study.measure,
    base: name,
    better: study.better,
    schools: found.joiners.length,
    partnerships: found.partnerships,
    method: found.method,
    sd: told.sd,
    worth: told.worth.value
  };
  const overall = overallOf(found, study.unit);
  const equivalent = overall && equivalenceOf(overall, told.worth.value);
  const spans = [
    {over: "overall" as const, from: design.effect[0], to: design.effect[1], effect: found.overall.effect},
    ...design.phases.map(({id, from, to}) => ({
      over: id as Joined["over"],
      from,
      to,
      effect: found.phases[id as "early"]
    }))
  ];
  return spans.flatMap(({over: which, from, to, effect}): Joined[] => {
    const times = over(from, to);
    if (!effect || !times.length) return [];
    return [
      {
        ...head,
        over: which,
        effect,
        planted: own
          ? study.unit *
            mean(
              times.map(({event_time, mean: {joiners}}) =>
                mean(joiners.map((j) => plantedAt(own, base, j, event_time)))
              )
            )
          : 0,
        planted_beside:
          study.unit *
          mean(
            times.map(({column, mean: {joiners}}) => mean(joiners.map((j) => beside.differences.values[column]![j]!)))
          ),
        equivalent: which === "overall" && equivalent ? equivalent.equivalent : null,
        no_harm: which === "overall" && equivalent ? excludesHarm(equivalent, study.better) : null
      }
    ];
  });
}

function plantedAt({years, values}: Yearly, {differences}: BaseStudy, joiner: number, event_time: number): number {
  const column = differences.cohorts[joiner]! + event_time - years[0]!;
  return values[differences.rows[joiner]! * years.length + column]!;
}

function overallOf(found: EventStudy, unit: number) {
  const timed = timedEffectsOf(found, unit);
  if (!timed) return null;
  const within = timed.event_times.map((e) => e >= design.effect[0] && e <= design.effect[1]);
  const count = within.filter(Boolean).length;
  return count
    ? combined(
        timed,
        Float64Array.from(within, (is) => (is ? 1 / count : 0))
      )
    : null;
}
