import {mean, range} from "d3";
import type {AcademicYear} from "../../src/vocabulary/academic-year.ts";
import {measures} from "../../src/vocabulary/measures.ts";
import {plainColumns, publish, type Cells, type Published, type Row} from "./csv.ts";
import type {England} from "./england.ts";
import {expected} from "./life.ts";
import {schoolIds} from "./lineages.ts";
import type {PlantedRole} from "./partnership-shapes.ts";
import {plantBefore, computeEffect, NOTHING, type Planted} from "./planted.ts";
import {families} from "./plan.ts";
import {censusDay, findCohort, on, type Phase} from "./school.ts";
import {truths} from "./truth-measures.ts";
import {tenDigits} from "./truth-outcomes.ts";
import type {Truth} from "./truth.ts";

/** What one role did to one measure of its school in a year, in the measure’s own unit. */
export interface Effect {
  partnership: string;
  partnership_type: string;
  role: string;
  school: number;
  academic_year: AcademicYear;
  event_time: number;
  measure: string;
  effect: number;
  /** Whether the same effect is reported of the school’s role in another kind, too. */
  again: boolean;
}

/** The effects of every role, their means by event time, and what befell schools before they joined. */
export function effectFiles(england: England): Published[] {
  const byTime = new Map<string, number[]>();
  function* rows(): Generator<Row> {
    for (const effect of computeEffects(england)) {
      const {partnership, partnership_type, role, school, academic_year, event_time, measure, again} = effect;
      const key = `${partnership_type},${role},${measure},${event_time}`;
      const known = byTime.get(key);
      if (known) known.push(effect.effect);
      else byTime.set(key, [effect.effect]);
      yield [
        partnership,
        partnership_type,
        role,
        school,
        academic_year,
        event_time,
        measure,
        effect.effect,
        String(again)
      ];
    }
  }
  const file = (name: string, header: string, of: Iterable<Row>): Published =>
    publish(`truth/${name}.csv`, plainColumns(header.split(" ")), of, {newline: "\n"});
  const effects = file(
    "effects",
    "partnership partnership_type role school academic_year event_time measure effect again",
    rows()
  );
  const means = [...byTime].map(([key, all]): Cells => {
    const [partnership_type, role, measure, event_time] = key.split(",");
    return {partnership_type, role, measure, event_time, schools: all.length, mean_effect: tenDigits(mean(all)!)};
  });
  return [
    effects,
    file("effects_by_event_time", "partnership_type role measure event_time schools mean_effect", means),
    file("before", "school academic_year measure effect", befallen(england))
  ];
}

/** What befell chosen schools before their clocks started, and what is left of it: no effect of joining, but in their results. */
function* befallen(england: England): Generator<Cells> {
  const ids = schoolIds(england);
  const {first, last} = england.plan.years;
  for (const role of england.roles.filter(({again}) => !again)) {
    for (const academic_year of range(first, last + 1)) {
      const day = censusDay(academic_year);
      const lost = plantBefore(england.plan, role, academic_year);
      if (lost === NOTHING || !on(role.school, day)) continue;
      const school = ids(role.school, day)!;
      for (const [measure, effect] of differences(england, role, academic_year, lost))
        yield {school, academic_year, measure, effect: tenDigits(effect)};
    }
  }
}

/**
 * What each role did to its school, year by year from the first that counts as treated: the expectation of every
 * measure with the role’s effect and no other, less the expectation without any. Roles that change nothing are left out.
 */
export function* computeEffects(england: England): Generator<Effect> {
  const ids = schoolIds(england);
  const {last} = england.plan.years;
  for (const role of england.roles) {
    for (const academic_year of range(findCohort(role.from), last + 1)) {
      const day = censusDay(academic_year);
      const planted = computeEffect(england.plan, role, academic_year);
      if (families.every((family) => planted.by[family] === 0) || !on(role.school, day)) continue;
      for (const [measure, effect] of differences(england, role, academic_year, planted)) {
        yield {
          partnership: role.partnership.id,
          partnership_type: role.partnership.partnership_type,
          role: role.role,
          school: ids(role.school, day)!,
          academic_year,
          event_time: academic_year - findCohort(role.from),
          measure,
          effect: tenDigits(effect),
          again: role.again
        };
      }
    }
  }
}

function differences(
  {seed}: England,
  {school}: PlantedRole,
  year: AcademicYear,
  planted: Planted
): [measure: string, effect: number][] {
  const before = expected(seed, school, year, NOTHING);
  const after = expected(seed, school, year, planted);
  const moved: [string, number][] = [];
  for (const {measure, value} of listMeasured(year, school.phase)) {
    const effect = (value(after) ?? NaN) - (value(before) ?? NaN);
    if (Number.isFinite(effect) && effect !== 0) moved.push([measure, effect]);
  }
  return moved;
}

/** The measures of schools of a phase that some file covers in a year. */
const listMeasured = (year: AcademicYear, phase: Phase) =>
  (measuredIn[`${year} ${phase}`] ??= Object.entries(truths)
    .filter(([measure, {years}]) => years.includes(year) && measures[measure].phases.includes(phase))
    .map(([measure, {value}]) => ({measure, value})));
const measuredIn: Record<string, {measure: string; value: Truth["value"]}[]> = {};
