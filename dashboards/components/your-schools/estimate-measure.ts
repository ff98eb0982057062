import {nameDonorPool, openPool, openStudy, prepareEstimates, standAmong} from "school-partnerships/list-estimates";
import {measures, type PackedMeasure, type PackedPool} from "school-partnerships/your-schools";
import {ROLES} from "../chart/look.js";
import type {PartnershipOutcome, Phase, Role} from "../ui/release.js";
import {listFile, readPhase} from "./read-phase.js";

/** The schools of a list in one phase: their rows in its files, what they do and when they were first treated. */
export interface Listed {
  partnership_type: string;
  phase: Phase;
  schools: readonly {row: number; role: Role; cohort: number | null}[];
}

type Estimates = ReturnType<typeof prepareEstimates>[];

/** What schools of the list asked for last are compared with, by role: the same for all outcomes of a phase. */
let kept: {of: string; estimates: Promise<Estimates>} | undefined;

/** What the schools of a list did on one outcome next to what was expected of them, by role. */
export async function estimateMeasure(listed: Listed, measure: string): Promise<PartnershipOutcome[]> {
  const of = JSON.stringify(listed);
  if (kept?.of !== of) kept = {of, estimates: prepare(listed)};
  const [estimates, packed, phase] = await Promise.all([
    kept.estimates,
    listFile<PackedMeasure>(`${listed.phase}-${measure}`),
    readPhase(listed.phase)
  ]);
  const study = openStudy(packed, phase);
  return estimates.map((estimate) => estimate(study));
}

async function prepare({partnership_type, phase: id, schools}: Listed): Promise<Estimates> {
  const prepared = ROLES.map(async (role) => {
    const own = schools.flatMap(({row, cohort, role: has}) => (has === role && cohort !== null ? [{row, cohort}] : []));
    if (own.length === 0) return [];
    const [phase, pool] = await Promise.all([
      readPhase(id),
      listFile<PackedPool>(`pool-${nameDonorPool(partnership_type, role)}-${id}`)
    ]);
    return [
      prepareEstimates({partnership: "list", partnership_type, role, schools: own}, {phase, ...openPool(pool, phase)})
    ];
  });
  return (await Promise.all(prepared)).flat();
}

/** Outcomes of a list, each with how many were looked at, which its verdict depends on. */
export const placeAmong = (outcomes: readonly PartnershipOutcome[]): PartnershipOutcome[] =>
  standAmong(outcomes, measures);
