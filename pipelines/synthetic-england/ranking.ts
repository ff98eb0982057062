import {group} from "d3";
import type {AcademicYear} from "../../src/vocabulary/academic-year.ts";
import type {Draw} from "./draw.ts";
import {shockBefore} from "./path.ts";
import {selections, type Plan, type Selection} from "./plan.ts";
import {computeLevel} from "./schools.ts";
import type {Region} from "./places.ts";
import type {Phase, School} from "./school.ts";

/** Who is still in nothing, and how they are chosen. */
export interface Ranking {
  /**
   * Takes a school of a phase that is in nothing yet, from a part of its phase ranked by level; in a region, if there
   * is one. Undefined if there is none.
   */
  take(phase: Phase, part: readonly [number, number], near?: Region): School | undefined;
  /** Takes a school to be supported from a year on, chosen as the plan says. */
  choose(phase: Phase, cohort: AcademicYear, near?: Region): School | undefined;
  /** What each chosen school was chosen on. */
  chosen: ReadonlyMap<School, Selection>;
}

/** How often chance is tried before all that are free are listed. */
const TRIES = 60;

export function ranking(schools: readonly School[], {selection}: Plan, draw: Draw): Ranking {
  const state = group(
    schools.filter(({independent}) => !independent),
    ({phase}) => phase
  );
  const rankings = new Map<string, readonly School[]>();
  const ranked = (phase: Phase, by: string, value: (school: School) => number): readonly School[] => {
    const key = `${phase} ${by}`;
    const known = rankings.get(key);
    if (known) return known;
    const valued = (state.get(phase) ?? []).map((school) => ({school, value: value(school)}));
    const made = valued.sort((a, b) => a.value - b.value || a.school.id - b.school.id).map(({school}) => school);
    rankings.set(key, made);
    return made;
  };
  const picked = new Set<School>();
  const chosen = new Map<School, Selection>();
  const pick = (all: readonly School[], [low, high]: readonly [number, number], near?: Region): School | undefined => {
    const from = Math.floor(low * all.length);
    const to = Math.ceil(high * all.length);
    const fits = (school: School) => !picked.has(school) && (!near || school.authority.region === near);
    for (let i = 0; i < TRIES && to > from; i++) {
      const school = all[draw.integer(from, to - 1)];
      if (fits(school)) return take(school);
    }
    const free = all.slice(from, to).filter(fits);
    if (free.length > 0) return take(draw.pick(free));
    return near ? pick(all, [low, high]) : undefined;
  };
  const take = (school: School): School => {
    picked.add(school);
    return school;
  };
  const byLevel = (phase: Phase) => ranked(phase, "level", computeLevel);
  return {
    chosen,
    take: (phase, part, near) => pick(byLevel(phase), part, near),
    choose(phase, cohort, near) {
      const selected = pickSelection(selection.on, draw);
      const all =
        selected === "bad_year"
          ? ranked(phase, `before ${cohort}`, ({path}) => shockBefore(path, cohort, selection.years, selection.of))
          : byLevel(phase);
      const school = pick(all, selected === "none" ? [0, 1] : [0, selection.supported], near);
      if (school) chosen.set(school, selected);
      return school;
    }
  };
}

function pickSelection(on: Plan["selection"]["on"], draw: Draw): Selection {
  let left = draw.uniform() * selections.reduce((sum, name) => sum + on[name], 0);
  return selections.find((name) => (left -= on[name]) < 0) ?? selections.findLast((name) => on[name] > 0)!;
}
