import {group} from "d3";
import {firstDay} from "../../vocabulary/partial-date.ts";
import type {AreasOn} from "./map-of-areas.ts";
import {findCode, type ProgrammeArea, type SchoolOnMap} from "./programme.ts";

/**
 * The areas a school may have lain in, out of many, without asking each: those of a code that one of its places may
 * have had on the day the programme began there; of districts, those of such an authority too. All for a school whose
 * authority no file states.
 */
export function candidateAreas(
  areas: readonly ProgrammeArea[],
  areasOn: AreasOn
): (school: SchoolOnMap) => readonly ProgrammeArea[] {
  const coded = areas.flatMap((area) => [...new Set([findCode(area), area.la_code])].map((code) => ({code, area})));
  const byDate = group(
    coded,
    ({area}) => firstDay(area.start),
    ({code}) => code
  );
  return ({places}) => {
    if (!places.some(({level}) => level === "LA")) return areas;
    const found = new Set<ProgrammeArea>();
    for (const [date, byCode] of byDate) {
      for (const code of new Set(places.flatMap((place) => [...areasOn(date, place)]))) {
        for (const {area} of byCode.get(code) ?? []) found.add(area);
      }
    }
    return [...found];
  };
}
