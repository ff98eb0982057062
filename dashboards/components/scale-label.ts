import {academicYears} from "./format.js";
import type {MeasureNote} from "./release.js";

/** What a scale is called: a stretch of years that were measured alike, or position among all schools. */
export function scaleLabel(scale: string, {segments}: Pick<MeasureNote, "segments">): string {
  if (scale === "bridged") return "Position among all schools";
  const segment = segments[Number(scale.replace("native-", ""))];
  return segment ? `As published, ${academicYears(segment.from, segment.to)}` : "As published";
}
