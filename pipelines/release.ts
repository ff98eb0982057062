import {mkdir, rename, rm, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {measures} from "../src/measures.ts";
import {partnershipKinds} from "../src/partnerships.ts";
import type {ComparisonNote, KindNote, MeasureNote, ReconciliationNote, ReleaseNote, RunNote} from "../src/release.ts";
import type {Source} from "../src/source.ts";
import {dictionaryNotes} from "./dictionary.ts";
import {identityNote} from "./identity.ts";
import {sourceNotes, reasonNotes} from "./source-notes.ts";
import {packageVersion, planHash} from "./version.ts";
import {rows, type Warehouse} from "./warehouse.ts";

export interface Release {
  sources: readonly Source[];
  comparisons: ComparisonNote[];
  reconciliation: ReconciliationNote[];
  run: RunNote;
  invented: boolean;
  made: Date;
}

/** Writes all that the pages read to a folder of its own, to be swapped in whole once the run is over. */
export async function writeRelease(warehouse: Warehouse, folder: string, release: Release): Promise<void> {
  const {sources, comparisons, reconciliation, run} = release;
  const files: Record<string, unknown> = {
    release: await releaseNote(warehouse, release),
    measures: measureNotes(),
    kinds: kindNotes(),
    comparisons,
    sources: await sourceNotes(warehouse, sources),
    reasons: await reasonNotes(warehouse),
    reconciliation,
    dictionary: await dictionaryNotes(warehouse, sources),
    identity: await identityNote(warehouse),
    summary: run
  };
  await mkdir(folder, {recursive: true});
  for (const [name, content] of Object.entries(files))
    await writeFile(join(folder, `${name}.json`), JSON.stringify(content, sixDigits));
}

/** Puts a folder in the place of another; the old one goes only once the new one stands. */
export async function swap(fresh: string, folder: string): Promise<void> {
  const old = `${folder}.old-${process.pid}`;
  await rm(old, {recursive: true, force: true});
  await rename(folder, old).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
  });
  await rename(fresh, folder);
  await rm(old, {recursive: true, force: true});
}

/** Figures to six significant digits: more than any page prints, and half the size. */
const sixDigits = (_: string, value: unknown): unknown =>
  typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(6)) : value;

async function releaseNote(warehouse: Warehouse, {invented, made}: Release): Promise<ReleaseNote> {
  const [span] = await rows<{schools: number; first_year: number; last_year: number}>(
    warehouse,
    `select count(distinct school_id)::integer as schools, min(academic_year)::integer as first_year, max(academic_year)::integer as last_year
     from outcome where value is not null`
  );
  return {invented, made: made.toISOString().slice(0, 10), version: await packageVersion(), plan: planHash(), ...span!};
}

const measureNotes = (): MeasureNote[] =>
  Object.entries(measures).map(([id, {label, subject, unit, better, digits, segments}]) => ({
    id,
    label,
    subject,
    unit,
    better,
    digits,
    segments: segments.map((segment) => ({
      from: segment.from,
      to: segment.to,
      label: segment.label,
      unit: segment.unit ?? unit,
      why: segment.why
    }))
  }));

const kindNotes = (): KindNote[] =>
  Object.entries(partnershipKinds).map(([id, {label, joining, roles, evidence}]) => ({
    id,
    label,
    joining,
    roles,
    evidence
  }));
