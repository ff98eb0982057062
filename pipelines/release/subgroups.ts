import {mkdir} from "node:fs/promises";
import {join} from "node:path";
import {design} from "../../src/design.ts";
import type {ResultFile, SubgroupFile} from "../../src/release/results.ts";
import {writeAll, type Part} from "../files/write-all.ts";
import {briefJson} from "./text.ts";

/** A file of results without those of subgroups, which weigh four times as much, and how many of those there are. */
export const withoutSubgroups = (file: ResultFile): ResultFile => ({
  ...file,
  parts: file.results.filter(({by}) => by !== null).length,
  results: file.results.filter(({by}) => by === null)
});

/** Writes subgroups/TYPE-PHASE-MEASURE.json.gz wherever there are results of subgroups. */
export async function writeSubgroups(files: readonly ResultFile[], folder: string): Promise<void> {
  await mkdir(join(folder, "subgroups"), {recursive: true});
  await writeAll(join(folder, "subgroups"), listParts(files));
}

function* listParts(files: readonly ResultFile[]): Generator<Part> {
  for (const {partnership_type, phase, measure, results} of files) {
    const {planned} = design.moderators;
    const file: SubgroupFile = {
      partnership_type,
      phase,
      measure,
      planned,
      results: results.filter(({by}) => by !== null)
    };
    if (file.results.length > 0) yield [`${partnership_type}-${phase}-${measure}`, briefJson(file)];
  }
}
