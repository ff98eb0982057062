import {join} from "node:path";
import {listColumn} from "../../src/release/light-columns.ts";
import type {PartnershipIndex, SchoolIndex} from "../../src/release/partnership-files.ts";
import type {Phase} from "../../src/vocabulary/phase.ts";
import type {PackedPhase} from "../../src/your-schools/files.ts";
import {unpackAscending} from "../../src/your-schools/pack.ts";
import {readPart} from "../files/read-part.ts";
import {writeAll, type Part} from "../files/write-all.ts";

/**
 * Writes into the release of a site what pages need of its heavy indexes: your-schools/names-PHASE.json.gz, what the
 * schools of a phase are called in the order of its rows, null where no register names one; and
 * partnership/shards.json.gz, how many files hold the partnerships, which gives the one that a partnership is in.
 */
export async function writeLightFiles(release: string): Promise<void> {
  await writeAll(join(release, "your-schools"), nameSchools(release));
  const {shards} = readPart<PartnershipIndex>(join(release, "partnerships.json"));
  await writeAll(join(release, "partnership"), [["shards", JSON.stringify(shards)]]);
}

function nameSchools(release: string): Part[] {
  const {id, urn, name} = readPart<SchoolIndex>(join(release, "schools.json.gz")).columns;
  const [ids, urns, called] = [listColumn(id), listColumn(urn), listColumn(name)];
  const names = new Map(ids.flatMap((one, i) => (one === urns[i] ? [[one, called[i]]] : [])));
  return readPart<Phase[]>(join(release, "your-schools/phases.json.gz")).map((phase) => {
    const {idSteps} = readPart<PackedPhase>(join(release, "your-schools", `${phase}.json.gz`));
    return [`names-${phase}`, JSON.stringify(unpackAscending(idSteps).map((id) => names.get(id) ?? null))];
  });
}
