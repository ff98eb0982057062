import {group} from "d3";
import {firstDay} from "../../vocabulary/partial-date.ts";
import type {AreasOn, SeenAt} from "./map-of-areas.ts";
import {findCode, type ProgrammeArea, type SchoolOnMap} from "./programme.ts";

/**
 * The areas a school may have lain in, out of many, without asking each: those of a code that one of its places may
 * have had on the day the programme began there; of districts, those of such an authority too. All for a school whose
 * authority no file states. The answer for a place is kept: schools are many, places few.
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
  const known = new Map<string, readonly ProgrammeArea[]>();
  const listAreas = (place: SeenAt): readonly ProgrammeArea[] => {
    const key = `${place.level} ${place.code} ${place.on}`;
    const found =
      known.get(key) ??
      [...byDate].flatMap(([date, byCode]) =>
        [...areasOn(date, place)].flatMap((code) => (byCode.get(code) ?? []).map(({area}) => area))
      );
    known.set(key, found);
    return found;
  };
  return ({places}) => (places.some(({level}) => level === "LA") ? [...new Set(places.flatMap(listAreas))] : areas);
}
