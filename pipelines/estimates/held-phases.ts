import type {Study} from "../../src/analysis/comparison/study.ts";
import type {Covariances} from "../../src/planner/covariances.ts";
import type {Warehouse} from "../warehouse.ts";
import {phases} from "./pool-tasks.ts";
import {readPhase, type PhaseSchools} from "./read-phase.ts";
import {readStudies} from "./read-study.ts";

/** A phase with schools, and its outcomes. */
export interface HeldPhase {
  schools: PhaseSchools;
  /** In memory already, or each read when it is asked for. */
  studies: Iterable<Study> | AsyncIterable<Study>;
  /** How each outcome varies, in the order of the studies; where it was not estimated yet, it is when it is asked for. */
  covariances?: readonly (Covariances | null)[];
}

/** The phases that some outcome is held of, one after another. */
export async function* readHeldPhases(warehouse: Warehouse): AsyncGenerator<HeldPhase> {
  for (const phase of phases) {
    const schools = await readPhase(warehouse, phase);
    if (schools.ids.length) yield {schools, studies: readStudies(warehouse, schools)};
  }
}
