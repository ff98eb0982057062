import {lastDay, startDay, type DatePrecision} from "../../vocabulary/partial-date.ts";
import {candidateAreas} from "./candidate-areas.ts";
import {isWithin, type Doubt} from "./is-within.ts";
import type {AreasOn} from "./map-of-areas.ts";
import {findCode, type AreaProgramme, type ProgrammeArea, type SchoolOnMap} from "./programme.ts";

/** A school in a programme because of where it lay. Dates are ISO dates, the first and last day the precision allows. */
export interface AreaMembership {
  programme: string;
  part: string;
  area_code: string;
  urn: number;
  joined: string;
  joined_precision: DatePrecision;
  /** Null while the programme goes on, or if its end is unknown; the precision says which. */
  left: string | null;
  left_precision: DatePrecision;
  /** Whether a file has the school under this area’s own code, or reorganisations led to it. */
  evidence: "seen" | "traced";
}

/** A school that may have been in a programme: reported, and not counted. */
export interface UndecidedSchool {
  programme: string;
  part: string;
  area_code: string;
  urn: number;
  why: Doubt | "no_phase";
}

/** The schools of a programme, those that cannot be decided, and the areas of which only a part belonged. */
export interface ProgrammeSchools {
  members: AreaMembership[];
  undecided: UndecidedSchool[];
  not_expanded: ProgrammeArea[];
}

/**
 * The schools of an area programme: of its phases, open at some time while it ran, and in one of its areas on the map
 * of the day it began there. A school without an opening date counts as open from before. A school that opens later
 * joins when it opens. Areas of other programmes are left aside.
 */
export function schoolsOfProgramme(
  {programme, phases}: AreaProgramme,
  areas: readonly ProgrammeArea[],
  schools: readonly SchoolOnMap[],
  areasOn: AreasOn
): ProgrammeSchools {
  const own = areas.filter((area) => area.programme === programme);
  const found: ProgrammeSchools = {
    members: [],
    undecided: [],
    not_expanded: own.filter(({coverage}) => coverage === "part")
  };
  const candidates = candidateAreas(
    own.filter(({coverage}) => coverage === "whole"),
    areasOn
  );
  for (const school of schools) {
    if (school.phase && !phases.includes(school.phase)) continue;
    for (const area of candidates(school)) {
      const episode = findEpisode(area, school);
      const lies = isWithin(area, school, areasOn);
      if (!episode || lies === "outside") continue;
      const at = {programme, part: area.part, area_code: findCode(area), urn: school.urn};
      if (lies !== "seen" && lies !== "traced") found.undecided.push({...at, why: lies});
      else if (!school.phase) found.undecided.push({...at, why: "no_phase"});
      else found.members.push({...at, ...episode, evidence: lies});
    }
  }
  return found;
}

type Episode = Pick<AreaMembership, "joined" | "joined_precision" | "left" | "left_precision">;

function findEpisode(area: ProgrammeArea, {opened, closed}: SchoolOnMap): Episode | null {
  const start = startDay(area.start);
  const end = area.end ? lastDay(area.end) : null;
  if ((closed && closed < start) || (end && opened && opened > end)) return null;
  const late = opened && opened > start;
  const early = closed && (!end || closed < end);
  return {
    joined: late ? opened : start,
    joined_precision: late ? "day" : area.start_precision,
    left: early ? closed : end,
    left_precision: early ? "day" : area.end_precision
  };
}
