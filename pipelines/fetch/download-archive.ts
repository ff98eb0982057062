import {rm} from "node:fs/promises";
import {UserError} from "../../src/library/errors.ts";
import {readName, stages} from "../../src/published-files/file-name.ts";
import type {Member} from "../read/unzip.ts";
import {unpackWithin} from "./archive.ts";
import {readTransferred} from "./download-file.ts";
import {transfer, type Transferred} from "./transfer.ts";
import {archiveOf} from "./tasks.ts";
import {heldAt} from "./raw-folder.ts";
import {commit} from "./commit.ts";
import {refuseOtherFormat} from "./sniff.ts";
import {isWhole, type ArchiveDownload, type Table} from "./downloads.ts";
import {validate} from "./validate.ts";
import {PublisherError} from "./publisher-error.ts";
import type {Delivered, Result, Run} from "./run.ts";

/**
 * Brings the tables of one year that are not held in their last stage: all in
 * one archive; one by one, where the service refuses them together, so that a
 * table it has no longer does not cost the others.
 */
export async function downloadArchive(wanted: ArchiveDownload, run: Run): Promise<Result> {
  const {publishers} = run.context;
  const delivered: Delivered[] = [];
  const unsettled: Table[] = [];
  for (const table of wanted.tables) {
    const held = run.again ? null : await settled(table, run);
    if (held) delivered.push(held);
    else unsettled.push(table);
  }
  const open = unsettled.filter((table) => !isOvertaken(table, delivered));
  if (open.length === 0) return {delivered, missed: []};

  const narrowed = archiveOf(wanted.year, open, publishers);
  const results = await openArchive(narrowed, run).catch(async (error: unknown) => {
    if (!(error instanceof PublisherError) || error.temporary || open.length === 1) return [missed(narrowed, error)];
    const alone = open.map((table) => archiveOf(wanted.year, [table], publishers));
    return Promise.all(alone.map((one) => openArchive(one, run).catch((e: unknown) => [missed(one, e)]))).then((all) =>
      all.flat()
    );
  });
  const came = results.flatMap((r) => r.delivered);
  const lost = results.flatMap((r) => r.missed);
  const overtaken = open.filter((table) => isOvertaken(table, came)).map(({source}) => source.id);
  return {delivered: [...delivered, ...came], missed: lost.filter(({source = ""}) => !overtaken.includes(source))};
}

/** Whether the final table of the same source and year is there: nobody needs an earlier stage then. */
const isOvertaken = ({folder}: Table, delivered: readonly Delivered[]): boolean =>
  delivered.some(
    ({path}) => path.startsWith(`${folder}/`) && readName(path.split("/").at(-1)!).stages.includes("final")
  );

/** The table as it is held, if the publisher will not replace it: it has no stages, or is final. */
async function settled({slot}: Table, run: Run): Promise<Delivered | null> {
  const file = run.lock.files.find((f) => f.slot === slot);
  if (!file || (file.stage !== null && file.stage !== "final")) return null;
  const held = await heldAt(file.path, run);
  return held.state === "ours" ? {path: file.path, outcome: "kept", bytes: file.bytes, notes: []} : null;
}

async function openArchive(wanted: ArchiveDownload, run: Run): Promise<Result[]> {
  const {url, what, tables} = wanted;
  const {context, unfinished, progress} = run;
  const came = await transfer(url, unfinished, {known: null, progress: (n) => progress(what, n)}, context);
  const bytes = await readTransferred(came!, url, run);
  refuseOtherFormat(bytes, url, "archive");
  const members: Member[] = [];
  for await (const member of unpackWithin(bytes, what, context.limits)) members.push(member);
  const results: Result[] = [];
  for (const table of tables) {
    const one = {
      what: `${table.source.id} ${wanted.year - 1}-${wanted.year} (${table.token})`,
      source: table.source.id
    };
    results.push(
      await takeMember(members, table, {url, came: came!}, run).catch((error: unknown) => missed(one, error))
    );
  }
  return results;
}

async function takeMember(
  members: readonly Member[],
  table: Table,
  {url, came}: {url: string; came: Transferred},
  run: Run
): Promise<Result> {
  const nameOf = ({path}: Member): string => path.split("/").at(-1)!;
  const stageOf = (member: Member): number =>
    Math.max(-1, ...readName(nameOf(member)).stages.map((s) => stages.indexOf(s)));
  const member = members.filter((m) => isWhole(table.member, nameOf(m))).sort((a, b) => stageOf(b) - stageOf(a))[0];
  if (!member) {
    throw new PublisherError(
      `the archive has no file named like ${table.member}: ${members.map(nameOf).join(", ") || "it is empty"}`,
      {status: 404}
    );
  }
  const path = `${table.folder}/${nameOf(member)}`;
  const {folder, files} = await validate([{path, expected: [table.source], bytes: member.bytes}], run.unfinished, run);
  try {
    const arrival = {url, slot: table.slot, member: member.path, came: {...came, etag: null, last_modified: null}};
    return {delivered: [await commit(files[0]!, {...arrival, provenance: {}}, run)], missed: []};
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}

/** What did not come, of an error a person can act on; a bug goes on up. */
export function missed({what, source}: {what: string; source?: unknown}, error: unknown): Result {
  if (!(error instanceof UserError)) throw error;
  const of = typeof source === "string" ? {source} : {};
  return {delivered: [], missed: [{what, why: error.message, fix: error.fix, ...of}]};
}
