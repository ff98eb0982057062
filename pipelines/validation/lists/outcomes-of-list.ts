import {join} from "node:path";
import {readPart} from "../../files/read-part.ts";
import type {Study} from "../../../src/analysis/comparison/study.ts";
import {standAmong} from "../../../src/analysis/stand-among.ts";
import {nameDonorPool} from "../../../src/vocabulary/partnership-types/donor-pool.ts";
import {measures} from "../../../src/vocabulary/measures.ts";
import type {PartnershipOutcome} from "../../../src/release/partnership-files.ts";
import type {Phase} from "../../../src/vocabulary/phase.ts";
import type {Role} from "../../../src/vocabulary/role.ts";
import {prepareEstimates} from "../../../src/your-schools/estimate.ts";
import type {PackedBase, PackedMeasure, PackedPhase, PackedPool} from "../../../src/your-schools/files.ts";
import {openPhase, openPool, openStudy, type OpenPhase} from "../../../src/your-schools/unpack.ts";

const roles: readonly Role[] = ["supported", "supporter", "member"];

/** The files of a release that the page on your schools reads, each once. */
export interface ListedRelease {
  phase(id: Phase): Promise<OpenPhase & {measures: string[]}>;
  pool(partnership_type: string, role: Role, id: Phase): Promise<ReturnType<typeof openPool>>;
  study(measure: string, id: Phase): Promise<Study>;
}

/** Opens the files of a release by which a page estimates for a list. */
export function openRelease(release: string): ListedRelease {
  const kept = new Map<string, Promise<unknown>>();
  const read = <T>(name: string): Promise<T> => {
    if (!kept.has(name)) kept.set(name, Promise.resolve(readPart(join(release, "your-schools", `${name}.json.gz`))));
    return kept.get(name) as Promise<T>;
  };
  const phases = new Map<Phase, Promise<OpenPhase & {measures: string[]}>>();
  const phase = (id: Phase) => {
    if (!phases.has(id)) phases.set(id, open(id));
    return phases.get(id)!;
  };
  const open = async (id: Phase) => {
    const packed = await read<PackedPhase>(id);
    const past = await Promise.all(packed.past.map((measure) => read<PackedMeasure>(`${id}-${measure}`)));
    return {...openPhase(packed, await read<PackedBase>(`base-${id}`), past), measures: packed.measures};
  };
  const pool = async (partnership_type: string, role: Role, id: Phase) =>
    openPool(await read<PackedPool>(`pool-${nameDonorPool(partnership_type, role)}-${id}`), await phase(id));
  const studies = new Map<string, Promise<Study>>();
  const openOne = async (measure: string, id: Phase) =>
    openStudy(await read<PackedMeasure>(`${id}-${measure}`), await phase(id));
  const study = (measure: string, id: Phase): Promise<Study> => {
    const name = `${id}-${measure}`;
    if (!studies.has(name)) studies.set(name, openOne(measure, id));
    return studies.get(name)!;
  };
  return {phase, pool, study};
}

/** A list as the page takes it: schools by id, each with its role and first treated year. */
export interface List {
  partnership_type: string;
  schools: {id: number; role: Role; cohort: number}[];
}

/** All outcomes of a list, as the page works them out. */
export async function outcomesOfList(
  release: ListedRelease,
  {partnership_type, schools}: List,
  only: (measure: string, phase: Phase) => boolean = () => true
): Promise<PartnershipOutcome[]> {
  const found: PartnershipOutcome[] = [];
  for (const id of ["primary", "secondary", "special"] as const) {
    const phase = await release.phase(id);
    for (const role of roles) {
      const own = schools.flatMap((one) => {
        const row = phase.makeRow.get(one.id);
        return row === undefined || one.role !== role ? [] : [{row, cohort: one.cohort}];
      });
      if (!own.length) continue;
      const {pool, treated} = await release.pool(partnership_type, role, id);
      const estimate = prepareEstimates(
        {partnership: "list", partnership_type, role, schools: own},
        {phase, pool, treated}
      );
      for (const measure of phase.measures.filter((one) => only(one, id))) {
        found.push(estimate(await release.study(measure, id)));
      }
    }
  }
  const order = ({phase, measure, role}: PartnershipOutcome) => `${phase} ${measure} ${role}`;
  found.sort((a, b) => (order(a) < order(b) ? -1 : 1));
  return standAmong(found, measures);
}
