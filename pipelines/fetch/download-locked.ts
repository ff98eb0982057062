import {createHash} from "node:crypto";
import {group} from "d3";
import {listOrigins, type Origin} from "../../src/published-files/origin.ts";
import type {Source} from "../../src/published-files/source.ts";
import {unpackWithin} from "./archive.ts";
import {missed} from "./download-archive.ts";
import {readTransferred} from "./download-file.ts";
import {transfer} from "./transfer.ts";
import {heldAt, occupied} from "./raw-folder.ts";
import type {LockedFile} from "./lock.ts";
import {refuseOtherFormat} from "./sniff.ts";
import {PublisherError} from "./publisher-error.ts";
import {putInPlace} from "./raw-folder.ts";
import {askRows} from "./statistics/download-rows.ts";
import type {Result, Run} from "./run.ts";

type StatisticsRows = Extract<Origin, {service: "statistics_rows"}>;

/**
 * Brings exactly the files that the lock lists, byte for byte, and changes
 * nothing in it: what is held and right is kept, what is missing is asked for
 * at the address it came from, and whatever differs is refused.
 */
export async function downloadLocked(files: readonly LockedFile[], run: Run): Promise<Result[]> {
  const states = await Promise.all(files.map(async (file) => ({file, held: await heldAt(file.path, run)})));
  const kept = states
    .filter(({held}) => held.state === "ours")
    .map(({file: {path, bytes}}): Result => ({delivered: [{path, outcome: "kept", bytes, notes: []}], missed: []}));
  const refused = states
    .filter(({held}) => held.state === "another")
    .map(({file}) => missed({what: file.path}, occupied(file.path, run.to)));
  const absent = states.filter(({held}) => held.state === "nothing").map(({file}) => file);
  const asked = [...group(absent, ({url}) => url)].map(([url, wanted]) =>
    downloadAddress(url, wanted, run).catch((error: unknown) => wanted.map((file) => missed({what: file.path}, error)))
  );
  return [...kept, ...refused, ...(await Promise.all(asked)).flat()];
}

async function downloadAddress(url: string, wanted: readonly LockedFile[], run: Run): Promise<Result[]> {
  const {unfinished, progress, context} = run;
  const alone = wanted.find(({member}) => member === null);
  const what = alone?.path ?? wanted.map(({path}) => path).join(", ");
  const rows = alone && findRowsOrigin(alone, run.sources);
  if (alone && rows) return [await place(alone, await askRows(rows, alone.version ?? "", run), run)];
  const came = await transfer(url, unfinished, {known: null, progress: (n) => progress(what, n)}, context);
  const bytes = await readTransferred(came!, url, run);
  if (alone) return [await place(alone, bytes, run)];
  refuseOtherFormat(bytes, url, "archive");
  const members = new Map<string, Buffer>();
  for await (const member of unpackWithin(bytes, url, context.limits)) members.set(member.path, member.bytes);
  return Promise.all(
    wanted.map((file) =>
      place(file, members.get(file.member!), run).catch((e: unknown) => missed({what: file.path}, e))
    )
  );
}

/** Where a file of the lock is rows that were asked for: what was asked. */
const findRowsOrigin = ({source, api_data_set}: LockedFile, sources: readonly Source[]) =>
  listOrigins(sources.find(({id}) => id === source) ?? {}).find(
    (origin) => origin.service === "statistics_rows" && origin.api_data_set === api_data_set
  ) as StatisticsRows | undefined;

async function place(file: LockedFile, bytes: Buffer | undefined, run: Run): Promise<Result> {
  const {path, sha256, url, member} = file;
  const fix = "run without --frozen to take what the publisher has now, and look at what changed";
  if (!bytes) throw new PublisherError(`${url} no longer holds ${member}`, {fix});
  const came = createHash("sha256").update(bytes).digest("hex");
  if (came !== sha256) {
    throw new PublisherError(
      `${path} is not the file of the lock: ${came.slice(0, 12)}…, not ${sha256.slice(0, 12)}…`,
      {fix}
    );
  }
  await putInPlace(bytes, path, run);
  return {delivered: [{path, outcome: "came", bytes: bytes.length, notes: []}], missed: []};
}
