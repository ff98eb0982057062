import type {ListedSchool} from "school-partnerships/your-schools";
import type {PartnershipOutcome, Phase} from "../ui/release.js";
import type {ReportedPhase} from "./describe-phase.js";
import {askAll, firstWorker, startWorkers} from "./list-workers.js";
import type {OpenNames} from "./open-names.js";
import type {UnknownSchool} from "./place-schools.js";

/** All that is reported of a list. */
export interface Report {
  phases: ReportedPhase[];
  outcomes: PartnershipOutcome[];
  /** Schools of the list that no phase has results of. */
  unknown: UnknownSchool[];
}

export interface ReportOptions {
  /** Those of a body, which its own file names; null for the register’s. */
  names?: OpenNames | null;
  /** Hears how far it is, from 0 to 1. */
  reported?: (share: number) => void;
  /** Hears of the schools as published, before any outcome is estimated. */
  described?: (phases: ReportedPhase[]) => void;
  /** What the release says of a body on record: then nothing is estimated anew. */
  released?: PartnershipOutcome[] | null;
  /** The one phase to report of, if not all. */
  only?: Phase | null;
}

/** Has what every list needs fetched, and workers started, before there is one. What fails is said when a list asks for it again. */
export function prepareReport(): void {
  for (const [i, worker] of startWorkers().entries()) worker.ask("prepare", {register: i === 0}).catch(() => undefined);
}

/** Has the phases of the schools in a text, which may be half a list, unpacked before the list is sent. */
export async function unpackAhead(text: string): Promise<void> {
  const phases = await firstWorker().ask("findPhases", text);
  await Promise.all(startWorkers().flatMap((worker) => phases.map((phase) => worker.ask("unpack", phase))));
}

/**
 * Estimates and describes the schools of a list in this browser, in workers. Files are fetched by phase and outcome,
 * whole: no request says which schools are asked about. Throws NotOpened where a file is not to be had.
 */
export async function makeReport(
  {partnership_type, schools}: {partnership_type: string; schools: readonly ListedSchool[]},
  {names = null, reported, described, released = null, only = null}: ReportOptions = {}
): Promise<Report> {
  const first = firstWorker();
  const {placed, unknown} = await first.ask("place", {schools, names, only});
  const describing = Promise.all(placed.map((phase) => first.ask("describe", phase)));
  const asked = released
    ? []
    : placed.flatMap(({phase, measures, own}) =>
        measures.map((measure) => ({listed: {partnership_type, phase, schools: own}, measure}))
      );
  const [phases, found] = await Promise.all([
    describing.then((made) => {
      described?.(made);
      return made;
    }),
    released ? [] : askAll("estimate", asked, (done) => reported?.(done / asked.length))
  ]);
  return {phases, outcomes: released ?? (await first.ask("placeAmong", found.flat())), unknown};
}
