import {group} from "d3";
import {design} from "../design.ts";
import type {Result} from "../results.ts";
import type {Differences} from "./differences.ts";
import type {EventStudy} from "./event-study.ts";
import type {Study} from "./study.ts";

/** The cohorts behind an effect; one straddles a gap where a year from its base window to its last counted one has no results at all. */
export function cohortsIn(
  {outcome}: Study,
  {cohorts, partnerships}: Differences,
  {joiners}: EventStudy
): Result["cohorts"] {
  const published = new Set(outcome.years.filter((_, column) => hasAny(outcome, column)));
  return [...group(joiners, (j) => cohorts[j])]
    .sort(([a], [b]) => a - b)
    .map(([cohort, members]) => ({
      cohort,
      schools: members.length,
      partnerships: new Set(members.map((j) => partnerships[j])).size,
      straddles_gap: straddles(published, cohort)
    }));
}

function straddles(published: ReadonlySet<number>, cohort: number): boolean {
  const last = Math.max(...published);
  const first = Math.max(cohort + design.base[0], Math.min(...published));
  for (let year = first; year <= Math.min(cohort + design.effect[1], last); year++)
    if (!published.has(year)) return true;
  return false;
}

function hasAny({years, values}: Study["outcome"], column: number): boolean {
  for (let at = column; at < values.length; at += years.length) if (!Number.isNaN(values[at])) return true;
  return false;
}
