import {group, range} from "d3";
import {design} from "../../design.ts";
import type {Result} from "../../release/results.ts";
import type {Yearly} from "../comparison/yearly.ts";
import type {Unit} from "./units.ts";

/** How many donors schools are compared with, and how few the smallest regression has. */
export function listDonors(behind: readonly Unit[]): Result["donors"] {
  const trials = new Set(behind.map((unit) => unit.trial));
  const counted = new Uint8Array(1 + Math.max(-1, ...Array.from(trials, ({trial}) => trial.rows.reduce(largest, -1))));
  let [schools, smallest] = [0, Infinity];
  for (const trial of trials) {
    for (let i = 0; i < trial.trial.donors; i++) {
      const row = trial.trial.rows[i];
      if (!counted[row]) schools++;
      counted[row] = 1;
    }
    for (let e = design.effect[0]; e <= design.effect[1]; e++) {
      const regression = trial.regressions.same_past[e - trial.from];
      if (regression) smallest = Math.min(smallest, regression.donors);
    }
  }
  return {schools, smallest};
}

const largest = (one: number, other: number): number => Math.max(one, other);

/** The cohorts of the schools behind an effect. */
export function listCohorts({years, values}: Yearly, behind: readonly Unit[]): Result["cohorts"] {
  const published = new Set(
    years.filter((_, column) => {
      for (let at = column; at < values.length; at += years.length) if (!Number.isNaN(values[at])) return true;
      return false;
    })
  );
  return [...group(behind, ({trial}) => trial.trial.cohort)]
    .sort(([a], [b]) => a - b)
    .map(([cohort, members]) => ({
      cohort,
      schools: members.length,
      partnerships: new Set(members.map(({partnership}) => partnership)).size,
      straddles_gap: straddles(published, cohort)
    }));
}

/** Whether a year from the base to the last counted one has no results at all. */
function straddles(published: ReadonlySet<number>, cohort: number): boolean {
  const last = Math.min(cohort + design.effect[1], Math.max(...published));
  const first = Math.max(cohort + design.base[0], Math.min(...published));
  return range(first, last + 1).some((year) => !published.has(year));
}
