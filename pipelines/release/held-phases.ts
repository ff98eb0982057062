import type {Study} from "../../src/analysis/comparison/study.ts";
import {phases} from "../estimates/pool-tasks.ts";
import {readPhase, type PhaseSchools} from "../estimates/read-phase.ts";
import {readStudies} from "../estimates/read-study.ts";
import type {Warehouse} from "../warehouse.ts";

/** A phase with schools, and its outcomes, each of which is read when it is asked for. */
export interface HeldPhase {
  schools: PhaseSchools;
  studies: AsyncGenerator<Study>;
}

/** The phases that some outcome is held of, one after another. */
export async function* readHeldPhases(warehouse: Warehouse): AsyncGenerator<HeldPhase> {
  for (const phase of phases) {
    const schools = await readPhase(warehouse, phase);
    if (schools.ids.length) yield {schools, studies: readStudies(warehouse, schools)};
  }
}
