import {rm} from "node:fs/promises";
import {UserError} from "../../src/library/errors.ts";
import {fitsPattern, nearestNames, sayPattern} from "../../src/published-files/file-pattern.ts";
import {readName, stages} from "../../src/published-files/file-name.ts";
import type {Member} from "../read/unzip.ts";
import {unpackWithin} from "./archive.ts";
import {isPage} from "./body.ts";
import {readTransferred} from "./download-file.ts";
import {transfer, type Transferred} from "./transfer.ts";
import {planArchive} from "./tasks.ts";
import {NoConnectionError} from "./hosts.ts";
import {heldAt} from "./raw-folder.ts";
import {commit} from "./commit.ts";
import {isArchive, PAGE, refuseOtherFormat} from "./sniff.ts";
import {type ArchiveDownload, type Table} from "./downloads.ts";
import {validate} from "./validate.ts";
import {PublisherError} from "./publisher-error.ts";
import type {Delivered, Result, Run} from "./run.ts";
import {newestYear} from "./years.ts";

/**
 * Brings the tables of one year that are not held in their last stage: all in
 * one archive; one by one, where the service refuses them together, so that a
 * table it has no longer does not cost the others.
 */
export async function downloadArchive(wanted: ArchiveDownload, run: Run): Promise<Result> {
  const {publishers, now} = run.context;
  const newest = newestYear(now());
  const delivered: Delivered[] = [];
  const unsettled: Table[] = [];
  for (const table of wanted.tables) {
    const held = run.again ? null : await keepFinal(table, wanted, run);
    if (held) delivered.push(held);
    else unsettled.push(table);
  }
  const open = unsettled.filter((table) => !isOvertaken(table, delivered));
  if (open.length === 0) return {delivered, missed: []};

  const narrowed = planArchive(wanted.year, open, {publishers, newest});
  const results = await openArchive(narrowed, run).catch(async (error: unknown) => {
    if (!mayComeAlone(error, wanted) || open.length === 1) return [missedTables(narrowed, error)];
    const alone = open.map((table) => planArchive(wanted.year, [table], {publishers, newest}));
    return Promise.all(alone.map((one) => openArchive(one, run).catch((e: unknown) => [missedTables(one, e)]))).then(
      (all) => all.flat()
    );
  });
  const came = results.flatMap((r) => r.delivered);
  const lost = results.flatMap((r) => r.missed);
  const overtaken = open.filter((table) => isOvertaken(table, came)).map(({source}) => source.id);
  return {delivered: [...delivered, ...came], missed: lost.filter(({source = ""}) => !overtaken.includes(source))};
}

/** Whether one table of the archive may be at fault: not where the host refuses us, or the year is not out. */
const mayComeAlone = (error: unknown, {expected}: ArchiveDownload): boolean =>
  error instanceof PublisherError &&
  !error.temporary &&
  error.status !== 403 &&
  (expected || !error.codes.includes(PAGE));

/** What an archive did not bring. A year that was never seen at the publisher is not published yet. */
function missedTables({what, expected, tables}: ArchiveDownload, error: unknown): Result {
  const alone = tables.length === 1 ? {source: tables[0].source.id} : {};
  const {missed: lost, delivered} = missed({what, ...alone}, error);
  const absent = error instanceof PublisherError && (error.status === 404 || error.codes.includes(PAGE));
  return {delivered, missed: lost.map((one) => (absent && !expected ? {...one, not_yet: true} : one))};
}

/** Whether the final table of the same source and year is there: nobody needs an earlier stage then. */
const isOvertaken = ({folder}: Table, delivered: readonly Delivered[]): boolean =>
  delivered.some(
    ({path}) => path.startsWith(`${folder}/`) && readName(path.split("/").at(-1)!).stages.includes("final")
  );

/** The table as it is held, if the publisher will not replace it: it is final, or has no stages and is of years ago. */
async function keepFinal({slot}: Table, {unchanging: old}: ArchiveDownload, run: Run): Promise<Delivered | null> {
  const file = run.lock.files.find((f) => f.slot === slot);
  if (!file || (file.stage === null ? !old : file.stage !== "final")) return null;
  const held = await heldAt(file.path, run);
  return held.state === "ours" ? {path: file.path, outcome: "kept", bytes: file.bytes, notes: []} : null;
}

async function openArchive(wanted: ArchiveDownload, run: Run): Promise<Result[]> {
  const {url, what, tables} = wanted;
  const {context, unfinished, progress} = run;
  const came = await transfer(url, unfinished, {known: null, progress: (n) => progress(what, n)}, context);
  const bytes = await readTransferred(came!, url, run);
  const members = await listMembers(bytes, {url, what, tables, called: came!.called}, run);
  const results: Result[] = [];
  for (const table of tables) {
    const one = {
      what: `${table.source.id} ${wanted.year - 1}-${wanted.year} (${table.token})`,
      source: table.source.id
    };
    results.push(
      await takeMember(members, table, {url, came: came!}, run).catch((error: unknown) => {
        const result = missed(one, error);
        const absent = error instanceof PublisherError && error.status === 404 && !wanted.expected;
        return {...result, missed: result.missed.map((m) => (absent ? {...m, not_yet: true} : m))};
      })
    );
  }
  return results;
}

/** The files that came: of an archive; or the one table that was asked for, where the service knew no other and sent it bare. */
async function listMembers(
  bytes: Buffer,
  {url, what, tables, called}: Pick<ArchiveDownload, "url" | "what" | "tables"> & {called: string | null},
  {context}: Run
): Promise<Member[]> {
  if (tables.length === 1 && called !== null && !isArchive(bytes) && !isPage(bytes)) {
    refuseOtherFormat(bytes, url, "csv");
    return [{path: called.replace(/^\d{4}-\d{4}_/, ""), bytes}];
  }
  refuseOtherFormat(bytes, url, "archive");
  const members: Member[] = [];
  for await (const member of unpackWithin(bytes, what, context.limits)) members.push(member);
  return members;
}

async function takeMember(
  members: readonly Member[],
  table: Table,
  {url, came}: {url: string; came: Transferred},
  run: Run
): Promise<Result> {
  const baseName = ({path}: Member): string => path.split("/").at(-1)!;
  const readStage = (member: Member): number =>
    Math.max(-1, ...readName(baseName(member)).stages.map((s) => stages.indexOf(s)));
  const member = members
    .filter((m) => fitsPattern(table.member, baseName(m)))
    .sort((a, b) => readStage(b) - readStage(a))[0];
  if (!member) {
    throw new PublisherError(
      `the archive has no file named like ${sayPattern(table.member)}: ${nearestNames(table.member, members.map(baseName)).join(", ") || "it is empty"}`,
      {status: 404}
    );
  }
  const path = `${table.folder}/${baseName(member)}`;
  const {folder, files} = await validate([{path, expected: [table.source], bytes: member.bytes}], run.unfinished, run);
  try {
    const arrival = {url, slot: table.slot, member: member.path, came: {...came, etag: null, last_modified: null}};
    return {delivered: [await commit(files[0], {...arrival, provenance: {}}, run)], missed: []};
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}

/** What did not come, of an error a person can act on; a bug goes on up, and so does a network that is down. */
export function missed({what, source}: {what: string; source?: unknown}, error: unknown): Result {
  if (!(error instanceof UserError) || error instanceof NoConnectionError) throw error;
  const of = typeof source === "string" ? {source} : {};
  return {delivered: [], missed: [{what, why: error.message, fix: error.fix, ...of}]};
}
