import {join} from "node:path";
import {listColumns, type Columns} from "../../src/release/light-columns.ts";
import type {
  PartnershipIndex,
  RegisterIndex,
  RegisterRow,
  SchoolIndex,
  SchoolRow
} from "../../src/release/partnership-files.ts";
import {packWhom} from "../../src/planner/pack-whom.ts";
import type {WhomFile} from "../../src/release/whom-to-help.ts";
import type {Phase} from "../../src/vocabulary/phase.ts";
import type {PackedPhase} from "../../src/your-schools/files.ts";
import {unpackAscending} from "../../src/your-schools/pack.ts";
import {packRegister} from "../../src/your-schools/packed-register.ts";
import {readPart} from "../files/read-part.ts";
import {writeAll, type Part} from "../files/write-all.ts";

/**
 * Writes into the release of a site what pages need of its heavy indexes: your-schools/register.json.gz, what lists are
 * checked by; your-schools/names-PHASE.json.gz, what the schools of a phase are called in the order of its rows, null
 * where no register names one; whom-to-help/now-PHASE.json.gz and regions-PHASE.json.gz, what pages that choose schools by
 * a rule read of a phase; and partnership/shards.json.gz, how many files hold the partnerships, which gives the one
 * that a partnership is in.
 */
export async function writeLightFiles(release: string): Promise<void> {
  const schools = listColumns<SchoolRow>(readPart<SchoolIndex>(join(release, "schools.json.gz")));
  const dates = listColumns<RegisterRow>(readPart<RegisterIndex>(join(release, "register.json.gz")));
  const register = JSON.stringify(packRegister(schools, dates));
  await writeAll(join(release, "your-schools"), [["register", register], ...nameSchools(release, schools)]);
  await writeAll(join(release, "whom-to-help"), packPhases(join(release, "whom-to-help")));
  const {shards} = readPart<PartnershipIndex>(join(release, "partnerships.json"));
  await writeAll(join(release, "partnership"), [["shards", JSON.stringify(shards)]]);
}

function nameSchools(release: string, {id, urn, name}: Columns<SchoolRow>): Part[] {
  const names = new Map(id.flatMap((one, i) => (one === urn[i] ? [[one, name[i]]] : [])));
  return readPart<Phase[]>(join(release, "your-schools/phases.json.gz")).map((phase) => {
    const {idSteps} = readPart<PackedPhase>(join(release, "your-schools", `${phase}.json.gz`));
    return [`names-${phase}`, JSON.stringify(unpackAscending(idSteps).map((id) => names.get(id) ?? null))];
  });
}

function* packPhases(folder: string): Generator<Part> {
  for (const phase of readPart<Phase[]>(join(folder, "phases.json.gz"))) {
    const {now, regions} = packWhom(readPart<WhomFile>(join(folder, `${phase}.json.gz`)));
    yield [`now-${phase}`, JSON.stringify(now)];
    yield [`regions-${phase}`, JSON.stringify(regions)];
  }
}
