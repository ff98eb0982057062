import {existsSync} from "node:fs";
import {mkdir, rm} from "node:fs/promises";
import {join, resolve} from "node:path";
import {UserError} from "../src/library/errors.ts";
import type {Said} from "../src/published-files/placed-in-time.ts";
import {alone} from "./files/alone.ts";
import {asUserError} from "./files/file-errors.ts";
import type {Estimated} from "../src/release/release.ts";
import {noteFolder, readListsAlone} from "./read/lists-alone.ts";
import {readFolderFiles} from "./read/read-folder.ts";
import {holdsAnswers} from "./cache/kept-answers.ts";
import {computeHash, keepTables, keepWarehouse, openKept} from "./kept-tables.ts";
import {writeRelease} from "./release/release.ts";
import {reportFiles, reportRun} from "./report.ts";
import {readSources} from "./sources.ts";
import {makeRun, steps, type Run} from "./steps.ts";
import {refuseStrangeness, findStrange} from "./read/strange.ts";
import {giveMemory, shareMachine} from "./share-machine.ts";
import {MEGABYTES} from "./warehouse.ts";
import {makeRunFile} from "./run-file.ts";
import {mark, recover, refuseOthers, swap, sweep} from "./files/whole-folder.ts";
import {SYNTHETIC} from "./read/synthetic.ts";
import {
  findEarlierFiles,
  findFolderNote,
  findUnchanged,
  hashInputs,
  stampInputs,
  noteInputs,
  noteStamp
} from "./unchanged.ts";
import {design} from "../src/design.ts";
import {putInForce} from "../src/plan/in-force.ts";
import type {ReadPlan} from "../src/plan/read-plan.ts";
import {planNumber} from "./plan/number.ts";

export interface PipelineOptions {
  /** A folder of published files, at any depth. */
  from: string;
  /** Where the release and the warehouse go: `to`/release and `to`/schools.duckdb. */
  to: string;
  /** What is true of files whose names do not say. */
  said?: Said;
  /** Tables of one’s own, by path or name, to be read as if they were published. */
  accept?: readonly string[];
  /** Another plan than the project’s, and which of its entries differ (src/plan/read-plan.ts). */
  plan?: ReadPlan;
  /** Whether anything strange stops the run. */
  strict?: boolean;
  /** Whether to estimate what joining added; else the release describes only, and says whether more is to come. */
  estimated?: Estimated;
  /** Threads that estimate, if not the usual number. */
  workers?: number;
  /** When the run began, if that was stated before. */
  made?: Date;
  log?: (line: string) => void;
}

/**
 * Runs every step on a folder of published files and swaps the new release in; the one that stands stays where it was
 * made from the same.
 * Whatever stops it, a UserError or a bug, the release that was there stays. Throws a UserError while another run is
 * at work in `to`, and where `to` holds a folder of the user’s own in the place of one that would be made anew.
 */
export async function runPipeline(options: PipelineOptions): Promise<void> {
  const {to, log = () => undefined} = options;
  if (resolve(to).includes("?")) {
    throw new UserError(`${to}: the database cannot be kept in a folder with a “?” in its path`, {
      fix: "give --to another folder"
    });
  }
  const what = `run into ${to}`;
  const putBack = putInForce(options.plan?.plan ?? design);
  try {
    await alone(join(to, ".in-use"), () => runAlone({...options, log}), {what, wait: 0, log});
  } finally {
    putBack();
  }
}

async function runAlone({
  from,
  to,
  said = {},
  accept = [],
  plan,
  workers,
  strict = false,
  estimated = "made",
  made,
  log
}: PipelineOptions & {log: Log}): Promise<void> {
  const release = join(to, "release");
  const keep = join(to, "kept");
  await recover(release, log);
  await sweep(to, /^\.work-\d+$/, log);
  await refuseOthers(release, (names) =>
    ["release.json", "measures.json", "types.json"].every((n) => names.includes(n))
  );
  await refuseOthers(keep, (names) => holdsAnswers(keep, names));
  const work = join(to, `.work-${process.pid}`);
  const database = join(work, "schools.duckdb");
  await mkdir(work, {recursive: true});
  try {
    const when = {now: new Date(), ...said};
    const options = {synthetic: existsSync(join(from, SYNTHETIC)), strict, estimated, replaced: plan?.replaced ?? []};
    const {stamps, ...stamped} = await stampInputs(from, {now: when.now, options: {...said, accept, ...options}});
    const still = stamped.stamp === null ? null : await findUnchanged(to, {stamp: stamped.stamp});
    if (still) {
      sayAsBefore(still, log);
      return;
    }
    const sources = await readSources();
    const reading = {work, said: when, accept};
    const noted = await findFolderNote(to, stamped);
    const listsAlone = noted && (await readListsAlone(from, noted, sources, {...reading, now: stamps}));
    let filesRead = listsAlone ?? (await readFolderFiles(from, sources, reading));
    const madeFrom = {...stamped, folder: noteFolder(filesRead, stamps)};
    const read: string[] = [];
    if (plan?.replaced.length)
      read.push(
        `${"plan".padEnd(16)} ${await planNumber()}, another than the project’s: ${plan.replaced.join(", ")} replaced`
      );
    reportFiles(filesRead, (line) => read.push(line));
    for (const line of read) log(line);
    if (strict) refuseStrangeness(findStrange(filesRead));
    const hash = await computeHash(filesRead.files);
    const inputs = await hashInputs(filesRead, {tables: hash, work, options});
    const before = await findUnchanged(to, {hash: inputs});
    if (before) {
      await noteStamp(to, {...madeFrom, read});
      sayAsBefore({read: [], said: before.said}, log);
      return;
    }
    const earlier = join(to, "schools.duckdb");
    const ending: string[] = [];
    const {warehouse, connect, close, found} = await openKept(database, {earlier, hash, log});
    try {
      // Its published files have not been read, and no table is left that holds what is in them.
      if (listsAlone && !found) filesRead = await readFolderFiles(from, sources, reading);
      const {room, others} = await shareMachine(warehouse, {connect, bytes: filesRead.bytes});
      const run: Run = {
        ...makeRun(filesRead, {warehouse, sources, from, work, found}),
        keep,
        others,
        ...(workers === undefined ? {} : {workers}),
        ...(made === undefined ? {} : {made}),
        replaced: plan?.replaced ?? [],
        progress: (done, what) => log(`${"estimate".padEnd(16)} ${done}, ${what}`)
      };
      for (const step of steps) {
        if (step.kept && found) log(`${step.name.padEnd(16)} as before`);
        else if (step.name !== "estimate" || estimated === "made") {
          // What estimates needs the memory.
          if (step.name === "estimate") await giveMemory(warehouse, MEGABYTES);
          await timed(step.name, () => step.run(run), log);
          if (step.name === "estimate") await giveMemory(warehouse, room);
        }
        if (step.name === lastKept && !found) await keepTables(warehouse, hash, run);
        if (strict) refuseStrangeness([...run.warnings, ...run.list_warnings]);
      }
      if (run.estimates)
        log(`${"estimate".padEnd(16)} ${run.estimates.made} parts made, ${run.estimates.reused} as before`);
      const note = await makeRunFile(warehouse, filesRead, run);
      const beside = [others[0], await connect()] as const;
      const stays = found ? {earlier: await findEarlierFiles(to, hash)} : {};
      await timed(
        "release",
        () =>
          writeRelease(warehouse, join(work, "release"), {
            ...run,
            run: note,
            beside,
            ...stays,
            estimated,
            synthetic: run.synthetic === true
          }),
        log
      );
      await reportRun(warehouse, run, note, (line) => {
        ending.push(line);
        log(line);
      });
    } finally {
      close();
    }
    if (existsSync(keep)) await mark(keep);
    const sum = await keepWarehouse(database, earlier);
    await swap(join(work, "release"), release);
    await noteInputs(to, {...madeFrom, hash: inputs, tables: hash, read, said: ending, warehouse: sum});
  } catch (error) {
    // Before the work is cleared away, so that it can be said how little room there was.
    throw asUserError(error, to);
  } finally {
    await rm(work, {recursive: true, force: true});
  }
}

type Log = (line: string) => void;

function sayAsBefore({read, said}: {read: readonly string[]; said: readonly string[]}, log: Log): void {
  for (const line of [...read, `${"release".padEnd(16)} as before`, ...said]) log(line);
}

const lastKept = steps.findLast(({kept}) => kept)!.name;

async function timed(name: string, run: () => Promise<void>, log: (line: string) => void): Promise<void> {
  const start = performance.now();
  await run();
  log(`${name.padEnd(16)} ${((performance.now() - start) / 1000).toFixed(1)} s`);
}
