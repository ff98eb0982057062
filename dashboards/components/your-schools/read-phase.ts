import {
  openPhase,
  type OpenPhase,
  type PackedBase,
  type PackedMeasure,
  type PackedPhase
} from "school-partnerships/your-schools";
import type {PackedRegister} from "school-partnerships/list-reading";
import {fetchRelease} from "../ui/fetch-release.js";
import type {Phase} from "../ui/release.js";

/** A file of the release that lists are described and estimated by. */
export const listFile = <T>(name: string): Promise<T> => fetchRelease<T>(`your-schools/${name}.json.gz`);

/** The register that lists are checked by, packed. */
export const registerFile = (): Promise<PackedRegister> => listFile<PackedRegister>("register");

const opened = new Map<Phase, Promise<OpenPhase>>();

/** The schools of a phase and what they are compared by, unpacked once. */
export function readPhase(id: Phase): Promise<OpenPhase> {
  const found = opened.get(id) ?? open(id);
  opened.set(id, found);
  found.catch(() => opened.delete(id));
  return found;
}

async function open(id: Phase): Promise<OpenPhase> {
  const packed = await listFile<PackedPhase>(id);
  const [base, ...past] = await Promise.all([
    listFile<PackedBase>(`base-${id}`),
    ...packed.past.map((measure) => listFile<PackedMeasure>(`${id}-${measure}`))
  ]);
  return openPhase(packed, base, past);
}
