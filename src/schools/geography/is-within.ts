import {firstDay} from "../../vocabulary/partial-date.ts";
import type {AreaLevel, AreasOn} from "./map-of-areas.ts";
import {findCode, type ProgrammeArea, type SchoolOnMap} from "./programme.ts";

/** Whether a school lay in an area: a file says so, reorganisations state, it did not, or why it cannot be inferred. */
export type LiesIn = "seen" | "traced" | "outside" | Doubt;

/** Why it cannot be inferred whether a school lay in an area. */
export const doubts = {
  no_place: "no file says where the school was",
  no_district: "it lies in the authority, but no file gives its district",
  merged: "it is seen only in an area made of this one and others, or before this one was split off",
  contradicting: "files place it in areas that no reorganisation explains"
};
export type Doubt = keyof typeof doubts;

/** Whether a school lay in a programme’s area, on the map of the first day the programme may have begun there. */
export function isWithin(area: ProgrammeArea, {places}: SchoolOnMap, areasOn: AreasOn): LiesIn {
  const date = firstDay(area.start);
  const at = (level: AreaLevel) => places.filter((place) => place.level === level);
  const possible = (level: AreaLevel) => at(level).map((place) => areasOn(date, place));

  const ofLevel = possible(area.area_level);
  if (area.area_level === "LAD") {
    const authorities = possible("LA");
    if (authorities.length && !authorities.some((codes) => codes.has(area.la_code))) return "outside";
    if (!ofLevel.length && authorities.length) return "no_district";
  }
  if (!ofLevel.length) return "no_place";

  const code = findCode(area);
  if (!ofLevel.some((codes) => codes.has(code))) return "outside";
  if (!ofLevel.every((codes) => codes.has(code))) return agree(ofLevel) ? "outside" : "contradicting";
  if (at(area.area_level).some((place) => place.code === code)) return "seen";
  return intersect(ofLevel).length === 1 ? "traced" : "merged";
}

const intersect = (sets: readonly ReadonlySet<string>[]): string[] =>
  [...sets[0]].filter((code) => sets.every((codes) => codes.has(code)));

const agree = (sets: readonly ReadonlySet<string>[]): boolean => intersect(sets).length > 0;
