import {unpackAscending, type ListedSchool, type PackedPhase} from "school-partnerships/your-schools";
import type {Phase} from "../ui/release.js";
import type {OpenNames} from "./open-names.js";
import {listFile} from "./read-phase.js";

/** A school of the list that this release knows in a phase. */
export interface PlacedSchool extends ListedSchool {
  id: number;
  name: string;
  row: number;
}

/** A school of the list that nothing was published of; its name is null where no register has it. */
export type UnknownSchool = ListedSchool & {name: string | null};

/** The schools of a list that are in a phase, and the measures that the phase has files of. */
export interface PlacedPhase {
  phase: Phase;
  measures: string[];
  own: PlacedSchool[];
}

/** A phase with the schools of its rows. */
interface OpenRows {
  packed: PackedPhase;
  ids: readonly number[];
}

/** The schools of all phases, or of one: fetched whole, so that no request says which are asked about. */
export const openPhases = async (only: Phase | null): Promise<OpenRows[]> =>
  Promise.all(
    (await listFile<Phase[]>("phases"))
      .filter((phase) => only === null || phase === only)
      .map(async (phase) => {
        const packed = await listFile<PackedPhase>(phase);
        return {packed, ids: unpackAscending(packed.idSteps)};
      })
  );

/** Finds the schools of a list in the phases; `names` are those of a body, null for the register’s. */
export async function placeSchools({
  schools,
  names,
  only
}: {
  schools: readonly ListedSchool[];
  names: OpenNames | null;
  only: Phase | null;
}): Promise<{placed: PlacedPhase[]; unknown: UnknownSchool[]}> {
  const {makeId, makeName} = names ?? (await (await import("./open-register.js")).openRegister());
  const placed = (await openPhases(only)).flatMap(({packed: {phase, measures}, ids}): PlacedPhase[] => {
    const makeRow = new Map(ids.map((school, row) => [school, row]));
    const own = schools.flatMap((school) => {
      const school_id = makeId.get(school.urn);
      const row = school_id === undefined ? undefined : makeRow.get(school_id);
      const name = makeName.get(school_id ?? school.urn) ?? `School ${school_id}`;
      return row === undefined ? [] : [{...school, id: school_id!, name, row}];
    });
    return own.length > 0 ? [{phase, measures, own}] : [];
  });
  const found = new Set(placed.flatMap(({own}) => own.map(({urn}) => urn)));
  const unknown = schools
    .filter(({urn}) => !found.has(urn))
    .map((school) => ({...school, name: makeName.get(makeId.get(school.urn) ?? school.urn) ?? null}));
  return {placed, unknown};
}
