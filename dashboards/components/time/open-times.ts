import {collectRows} from "../ui/collect-rows.js";
import {fetchRelease} from "../ui/fetch-release.js";
import type {LightColumns, Phase, TimedRow} from "../ui/release.js";

const opened = new WeakMap<object, readonly TimedRow[]>();

/** How all results of a phase go on with the years since joining, opened once. Throws NotOpened. */
export async function openTimes(phase: Phase): Promise<readonly TimedRow[]> {
  const file = await fetchRelease<{columns: LightColumns<TimedRow>}>(`times/${phase}.json.gz`);
  const rows = opened.get(file) ?? collectRows(file);
  opened.set(file, rows);
  return rows;
}
