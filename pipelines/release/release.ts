import {mkdir, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {measures} from "../../src/vocabulary/measures.ts";
import {partnershipTypes} from "../../src/vocabulary/partnership-types/index.ts";
import type {
  Estimated,
  PartnershipTypeRow,
  MeasureRow,
  ReconciliationFile,
  ReleaseFacts,
  RunFile
} from "../../src/release/release.ts";
import type {Source} from "../../src/published-files/source.ts";
import {makeDictionary} from "./dictionary.ts";
import {writeDownloads, type EarlierFile} from "./downloads/write.ts";
import type {VarianceRow} from "../../src/release/variances.ts";
import type {Estimates} from "../estimates/estimate.ts";
import {makeEstimateTables} from "../estimates/fill-tables.ts";
import {writeResults} from "../estimates/write-results.ts";
import {readProgrammeCosts} from "../memberships/facts/programme-costs.ts";
import {partnershipTables} from "../read/facts-table.ts";
import {makeIdentityFile} from "../schools/identity.ts";
import {inventoryNote} from "./inventory.ts";
import {writeParts} from "./parts.ts";
import {prepareQueries} from "./prepare.ts";
import {writeSchools} from "./schools.ts";
import {withoutSubgroups, writeSubgroups} from "./subgroups.ts";
import {briefJson} from "./text.ts";
import {fillVarianceTables} from "./variances.ts";
import {writeWhomToHelp} from "./whom-to-help.ts";
import {writeYourSchools} from "./your-schools.ts";
import {makeSourceRows, makeReasonRows} from "./source-notes.ts";
import {packageVersion} from "../version.ts";
import {sideBySide} from "../../src/side-by-side.ts";
import {rows, type Warehouse} from "../warehouse.ts";
import {mark} from "../files/whole-folder.ts";
import {design} from "../../src/design.ts";
import {smallestEffect} from "../../src/plan/smallest-effect.ts";
import {planNumber} from "../plan/number.ts";

export interface Release {
  sources: readonly Source[];
  reconciliation: ReconciliationFile[];
  run: RunFile;
  synthetic: boolean;
  made: Date;
  /** Entries of the project’s plan that the run replaced; none if not given. */
  replaced?: readonly string[];
  /** Null where nothing was estimated: results.json is then empty. */
  estimates: Estimates | null;
  /** What the release says of that; “left out” if not given. */
  estimated?: Estimated;
  /** Two more connections to the warehouse. */
  beside: readonly [Warehouse, Warehouse];
  /** Files of the release before, where it was made from the same published files: the place of one, or null. */
  earlier?: EarlierFile;
}

/**
 * Writes all that the pages read to a folder of its own, to be swapped in whole once the run is over. Schools, and what
 * can be taken away whole, wait for the database and for threads that compress: they are made beside all else.
 */
export async function writeRelease(warehouse: Warehouse, folder: string, release: Release): Promise<void> {
  await mkdir(folder, {recursive: true});
  await mark(folder);
  if (!release.estimates) await makeEstimateTables(warehouse);
  const {estimates, beside} = release;
  for (const connection of [warehouse, ...beside]) await prepareQueries(connection);
  const {outcomes, similar, index, files: results} = estimates ?? nothingEstimated;
  await writeResults({index, files: results.map(withoutSubgroups)}, folder);
  const note = await makeReleaseFacts(warehouse, release);
  const yourSchools = writeYourSchools(warehouse, folder, estimates?.held);
  const varied = yourSchools.then(({variances}) => fillVarianceTables(warehouse, variances));
  await sideBySide([
    async () => {
      // Both at once: one that failed while nothing waited for it would end the process.
      const [{described, variances}] = await Promise.all([yourSchools, varied]);
      await writeNotes(warehouse, folder, {note, variances, release});
      await writeSubgroups(results, folder);
      await writeWhomToHelp(warehouse, folder, variances, results);
      await writeParts(warehouse, folder, {index, results, outcomes, described});
    },
    () => writeSchools(beside[0], folder, {similar}),
    async () => {
      const downloads = await writeDownloads(beside[1], folder, {
        ...{results, outcomes, similar, varied},
        ...(release.earlier ? {earlier: release.earlier} : {}),
        facts: listFacts(note)
      });
      await writeFile(join(folder, "downloads.json"), briefJson(downloads));
    }
  ]);
}

/** Writes the files that are read whole, and by most pages. */
async function writeNotes(
  warehouse: Warehouse,
  folder: string,
  {note, variances, release}: {note: ReleaseFacts; variances: readonly VarianceRow[]; release: Release}
): Promise<void> {
  const {sources, reconciliation, run} = release;
  const files: Record<string, unknown> = {
    release: note,
    plan: design,
    measures: makeMeasureRows(),
    types: makePartnershipTypeRows(),
    sources: await makeSourceRows(warehouse, sources),
    reasons: await makeReasonRows(warehouse),
    reconciliation,
    variances,
    programme_costs: readProgrammeCosts(partnershipTables),
    dictionary: await makeDictionary(warehouse, sources),
    identity: await makeIdentityFile(warehouse),
    summary: run,
    inventory: await inventoryNote(warehouse)
  };
  for (const [name, content] of Object.entries(files))
    await writeFile(join(folder, `${name}.json`), briefJson(content));
}

const nothingEstimated: Omit<Estimates, "held"> = {
  index: [],
  files: [],
  outcomes: new Map(),
  similar: new Map(),
  made: 0,
  reused: 0
};

/** What a release says of itself before anything is read for it. */
export const stateRelease = async ({
  synthetic,
  made,
  replaced = [],
  estimated = "left out"
}: Pick<Release, "synthetic" | "made" | "replaced" | "estimated">): Promise<
  Pick<ReleaseFacts, "synthetic" | "made" | "version" | "plan" | "replaced" | "estimated">
> => ({
  synthetic,
  made: made.toISOString().slice(0, 10),
  version: await packageVersion(),
  plan: await planNumber(),
  replaced: [...replaced],
  estimated
});

async function makeReleaseFacts(warehouse: Warehouse, release: Release): Promise<ReleaseFacts> {
  const [span] = await rows<{schools: number; first_year: number; last_year: number}>(
    warehouse,
    `select count(distinct school_id)::integer as schools, min(academic_year)::integer as first_year, max(academic_year)::integer as last_year
     from outcome where value is not null`
  );
  return {...(await stateRelease(release)), ...span};
}

/** What downloads say of themselves. */
const listFacts = ({synthetic, made, version, plan, replaced}: ReleaseFacts): Record<string, string> => ({
  made,
  version,
  plan: replaced.length ? `${plan}, another plan than the project’s: ${replaced.join(", ")} replaced` : plan,
  licence: "Open Government Licence v3.0",
  synthetic: synthetic ? "every school in it is invented" : "no"
});

function describeSmallestEffect(measure: string): MeasureRow["smallest_effect"] {
  const {value, why} = smallestEffect(measure);
  return {value, why};
}

const makeMeasureRows = (): MeasureRow[] =>
  Object.entries(measures).map(([id, {label, subject, domain, unit, better, digits, phases, comparable_series}]) => ({
    id,
    label,
    subject,
    domain,
    unit,
    better,
    digits,
    phases,
    smallest_effect: describeSmallestEffect(id),
    comparable_series: comparable_series.map((series_id) => ({
      from: series_id.from,
      to: series_id.to,
      label: series_id.label,
      unit: series_id.unit ?? unit,
      why: series_id.why
    }))
  }));

const makePartnershipTypeRows = (): PartnershipTypeRow[] =>
  Object.entries(partnershipTypes).map(
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
