import {group, mean} from "d3";
import type {AcademicYear} from "../../src/vocabulary/academic-year.ts";
import type {PlantedRole} from "./partnership-shapes.ts";
import {families, type OutcomeFamily, type PlannedEffect, type Plan} from "./plan.ts";
import {findCohort, type School} from "./school.ts";

/** What partnerships have done to a school in a year, in standard deviations between schools, positive = better. */
export interface Planted {
  by: Readonly<Record<OutcomeFamily, number>>;
  /** Beyond attainment of all: on that of disadvantaged pupils. */
  disadvantaged: number;
}

const nothing = Object.fromEntries(families.map((family) => [family, 0])) as Record<OutcomeFamily, number>;
/** Nothing planted. */
export const NOTHING: Planted = {by: nothing, disadvantaged: 0};

/** What is planted in each school and year: by its own roles and before them, or from its neighbours’ where it is in nothing. */
export function findPlanted(
  plan: Plan,
  roles: readonly PlantedRole[]
): (school: School, year: AcademicYear) => Planted {
  const planting = roles.filter(({again}) => !again);
  const ofSchool = group(planting, ({school}) => school);
  const neighbours = group(
    planting.filter(({role}) => role === "supported"),
    ({school}) => place(school)
  );
  const spilt = new Map<string, Planted>();
  return (school, year) => {
    const own = ofSchool.get(school);
    if (own) {
      const moved = own.flatMap((role) => [computeEffect(plan, role, year), plantBefore(plan, role, year)]);
      return add(moved.filter((one) => one !== NOTHING));
    }
    const near = plan.spillover ? neighbours.get(place(school)) : undefined;
    if (!near) return NOTHING;
    const key = `${place(school)} ${year}`;
    const known = spilt.get(key);
    if (known) return known;
    const felt = scale(plan.spillover, average(near.map((role) => computeEffect(plan, role, year))));
    spilt.set(key, felt);
    return felt;
  };
}

const place = ({authority, phase}: School): string => `${authority.code} ${phase}`;

/** What one role does to its school in a year: nothing before the cohort’s first year. */
export function computeEffect(plan: Plan, {partnership, role, from}: PlantedRole, year: AcademicYear): Planted {
  const event_time = year - findCohort(from);
  if (event_time < 0) return NOTHING;
  const by = {...nothing};
  let disadvantaged = 0;
  for (const family of families) {
    const planned = plan.effects.find(
      (effect) =>
        effect.outcome === family &&
        effect.role === role &&
        (effect.partnership_type === "any" || effect.partnership_type === partnership.partnership_type)
    );
    if (!planned) continue;
    const size = partnership.multiplier * findStage(planned, event_time);
    by[family] += size;
    if (family === "attainment") disadvantaged += size * (planned.disadvantaged ?? 0);
    if (family === "disadvantaged") disadvantaged += size;
  }
  by.disadvantaged = by.attainment + disadvantaged;
  return {by, disadvantaged};
}

/** What befell a school chosen for support before its clock started, as the plan has it: no effect of joining. */
export function plantBefore(
  {before: {shape, years, size}}: Plan,
  {role, selected, from}: PlantedRole,
  year: AcademicYear
): Planted {
  if (role !== "supported" || selected === null || size === 0 || years === 0) return NOTHING;
  const event_time = year - findCohort(from);
  if (event_time < -years || (shape === "dip" && event_time >= 0)) return NOTHING;
  const lost = shape === "dip" ? -size : (-size * Math.min(years, event_time + years + 1)) / years;
  return {by: {...nothing, attainment: lost, disadvantaged: lost, attendance: lost, behaviour: lost}, disadvantaged: 0};
}

const findStage = ({early, development, longer_term}: PlannedEffect, event_time: number): number =>
  event_time < 2 ? early : event_time < 4 ? development : longer_term;

const combine = (all: readonly Planted[], fold: (numbers: number[]) => number): Planted => ({
  by: Object.fromEntries(families.map((family) => [family, fold(all.map(({by}) => by[family]))])) as Planted["by"],
  disadvantaged: fold(all.map(({disadvantaged}) => disadvantaged))
});

const add = (all: readonly Planted[]): Planted =>
  all.length === 0
    ? NOTHING
    : all.length === 1
      ? all[0]
      : combine(all, (numbers) => numbers.reduce((sum, n) => sum + n, 0));
const average = (all: readonly Planted[]): Planted => combine(all, (numbers) => mean(numbers) ?? 0);
const scale = (by: number, one: Planted): Planted => combine([one], ([n]) => by * n);
