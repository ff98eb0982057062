import {mkdir, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {measures} from "../../src/vocabulary/measures.ts";
import {partnershipKinds} from "../../src/vocabulary/partnership-types/index.ts";
import type {KindNote, MeasureNote, ReconciliationNote, ReleaseNote, RunNote} from "../../src/release/release.ts";
import type {Source} from "../../src/published-files/source.ts";
import {dictionaryNotes} from "./dictionary.ts";
import type {Estimates} from "../estimates/estimate.ts";
import {makeEstimateTables} from "../estimates/fill-tables.ts";
import {writeResults} from "../estimates/write-results.ts";
import {identityNote} from "../schools/identity.ts";
import {inventoryNote} from "./inventory.ts";
import {writeParts} from "./parts.ts";
import {withoutSubgroups, writeSubgroups} from "./subgroups.ts";
import {briefJson} from "./text.ts";
import {writeYourSchools} from "./your-schools.ts";
import {sourceNotes, reasonNotes} from "./source-notes.ts";
import {packageVersion} from "../version.ts";
import {rows, type Warehouse} from "../warehouse.ts";
import {mark} from "../files/whole-folder.ts";
import {design} from "../../src/design.ts";
import {smallestEffect} from "../../src/plan/smallest-effect.ts";
import {planNumber} from "../plan/number.ts";

export interface Release {
  sources: readonly Source[];
  reconciliation: ReconciliationNote[];
  run: RunNote;
  invented: boolean;
  made: Date;
  /** Entries of the project’s plan that the run replaced; none if not given. */
  replaced?: readonly string[];
  /** Null where nothing was estimated: results.json is then empty. */
  estimates: Estimates | null;
}

/** Writes all that the pages read to a folder of its own, to be swapped in whole once the run is over. */
export async function writeRelease(warehouse: Warehouse, folder: string, release: Release): Promise<void> {
  const {sources, reconciliation, run, estimates} = release;
  const note = await releaseNote(warehouse, release);
  const files: Record<string, unknown> = {
    release: note,
    plan: design,
    measures: measureNotes(),
    kinds: kindNotes(),
    sources: await sourceNotes(warehouse, sources),
    reasons: await reasonNotes(warehouse),
    reconciliation,
    dictionary: await dictionaryNotes(warehouse, sources),
    identity: await identityNote(warehouse),
    summary: run,
    inventory: await inventoryNote(warehouse)
  };
  await mkdir(folder, {recursive: true});
  await mark(folder);
  for (const [name, content] of Object.entries(files))
    await writeFile(join(folder, `${name}.json`), briefJson(content));
  if (!estimates) await makeEstimateTables(warehouse);
  const {outcomes, similar, index, files: resultFiles} = estimates ?? nothingEstimated;
  await writeResults({index, files: resultFiles.map(withoutSubgroups)}, folder);
  await writeSubgroups(resultFiles, folder);
  await writeYourSchools(warehouse, folder);
  await writeParts(warehouse, folder, {index, results: resultFiles, outcomes, similar, facts: factsOf(note)});
}

const nothingEstimated: Estimates = {
  index: [],
  files: [],
  outcomes: new Map(),
  similar: new Map(),
  made: 0,
  reused: 0
};

async function releaseNote(warehouse: Warehouse, {invented, made, replaced = []}: Release): Promise<ReleaseNote> {
  const [span] = await rows<{schools: number; first_year: number; last_year: number}>(
    warehouse,
    `select count(distinct school_id)::integer as schools, min(academic_year)::integer as first_year, max(academic_year)::integer as last_year
     from outcome where value is not null`
  );
  return {
    invented,
    made: made.toISOString().slice(0, 10),
    version: await packageVersion(),
    plan: await planNumber(),
    replaced: [...replaced],
    ...span!
  };
}

/** What downloads say of themselves. */
const factsOf = ({invented, made, version, plan, replaced}: ReleaseNote): Record<string, string> => ({
  made,
  version,
  plan: replaced.length ? `${plan}, another plan than the project’s: ${replaced.join(", ")} replaced` : plan,
  licence: "Open Government Licence v3.0",
  invented: invented ? "every school in it is invented" : "no"
});

function worthNote(measure: string): MeasureNote["worth"] {
  const {value, why} = smallestEffect(measure);
  return {value, why};
}

const measureNotes = (): MeasureNote[] =>
  Object.entries(measures).map(([id, {label, subject, line, unit, better, digits, phases, segments}]) => ({
    id,
    label,
    subject,
    line,
    unit,
    better,
    digits,
    phases,
    worth: worthNote(id),
    segments: segments.map((segment) => ({
      from: segment.from,
      to: segment.to,
      label: segment.label,
      unit: segment.unit ?? unit,
      why: segment.why
    }))
  }));

const kindNotes = (): KindNote[] =>
  Object.entries(partnershipKinds).map(
    ([id, {label, joining, gives, takes, roles, membership, strength, evidence}]) => ({
      id,
      label,
      joining,
      gives,
      takes,
      roles,
      membership,
      strength,
      evidence
    })
  );
