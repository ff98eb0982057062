import {estimateListed, nameDonorPool, openPool, openStudy} from "school-partnerships/list-estimates";
import type {PackedMeasure, PackedPool} from "school-partnerships/your-schools";
import {ROLES} from "../chart/look.js";
import type {PartnershipOutcome, Phase, Role} from "../ui/release.js";
import {listFile, readPhase} from "./read-phase.js";

/** The schools of a list in one phase: their rows in its files, what they do and when they were first treated. */
export interface Listed {
  partnership_type: string;
  phase: Phase;
  schools: readonly {row: number; role: Role; cohort: number | null}[];
}

/** What the schools of a list did on one outcome next to what was expected of them, by role. */
export async function estimateMeasure(
  {partnership_type, phase: id, schools}: Listed,
  measure: string
): Promise<PartnershipOutcome[]> {
  const phase = await readPhase(id);
  const study = openStudy(await listFile<PackedMeasure>(`${id}-${measure}`), phase);
  const made: PartnershipOutcome[] = [];
  for (const role of ROLES) {
    const own = schools.flatMap(({row, cohort, role: has}) => (has === role && cohort !== null ? [{row, cohort}] : []));
    if (own.length === 0) continue;
    const {pool, treated} = openPool(
      await listFile<PackedPool>(`pool-${nameDonorPool(partnership_type, role)}-${id}`),
      phase
    );
    made.push(
      estimateListed({partnership: "list", partnership_type, role, schools: own}, study, {phase, pool, treated})
    );
  }
  return made;
}
