import {openWhom, type WhomNow} from "school-partnerships/whom-to-help";
import {fetchRelease} from "../ui/fetch-release.js";
import type {PackedWhom, Phase, RegionPaths} from "../ui/release.js";

/** Phases that have results to choose schools by. */
export const openPhases = (): Promise<Phase[]> => fetchRelease<Phase[]>("whom-to-help/phases.json.gz");

const opened = new WeakMap<PackedWhom, WhomNow>();

/** The schools of a phase, unpacked once. */
export async function openSchools(phase: Phase): Promise<WhomNow> {
  const packed = await fetchRelease<PackedWhom>(`whom-to-help/now-${phase}.json.gz`);
  const found = opened.get(packed) ?? openWhom(packed);
  opened.set(packed, found);
  return found;
}

/** How schools that met a rule went on, by region. */
export const openPaths = (phase: Phase): Promise<RegionPaths> =>
  fetchRelease<RegionPaths>(`whom-to-help/regions-${phase}.json.gz`);
