import {existsSync} from "node:fs";
import {cp, mkdir, mkdtemp, readdir, rm, stat} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {randomLcg} from "d3";
import {listFiles} from "../../read/list-files.ts";
import {writeSample} from "../../synthetic-england/write-sample.ts";
import {serveSite} from "../../site/serve.ts";
import {sendHostile} from "./requests.ts";
import {runChild, type ChildOptions, type Ended} from "./run-child.ts";
import {hashFolder} from "./hash-folder.ts";
import {killedBuilds} from "./killed-builds.ts";
import {isGoodMessage, makeTally, type Outcome, type Tally} from "./tally.ts";
import {families, type Family} from "./families.ts";

export interface CampaignOptions {
  /** Tries of each family. */
  tries: number;
  /** The families to try. */
  only: readonly Family[];
  seed: number;
  /** Other Node programs to run it with, by path. */
  nodes: readonly string[];
  requests: number;
  log: (line: string) => void;
}

/** A folder with an earlier release in it, and what a run on later files makes of it undisturbed. */
interface Stage {
  folder: string;
  from: string;
  earlier: string;
  before: string;
  after: string;
  seconds: number;
  operations: number;
}

const places: readonly Record<string, string>[] = [
  {TZ: "Pacific/Kiritimati", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8"},
  {TZ: "America/St_Johns", LANG: "C", LC_ALL: "C"},
  {TZ: "Asia/Kathmandu", LANG: "de_DE.UTF-8"}
];

/**
 * Runs of the pipeline that are killed, whose files fail and whose disk is full, in other zones and languages and with
 * other Nodes; and a server asked for everything. Each is held to what an undisturbed run makes.
 */
export async function campaign(options: CampaignOptions): Promise<Tally[]> {
  const {only, seed, log} = options;
  const folder = await mkdtemp(join(tmpdir(), "pav-faults-"));
  const random = randomLcg(seed);
  try {
    const stage = await makeStage(folder);
    log(`an undisturbed run takes ${stage.seconds.toFixed(1)} s and ${stage.operations} file operations`);
    const tallies: Tally[] = [];
    for (const family of families.filter((name) => only.includes(name))) {
      const tally = await tryFamily(family, stage, {...options, random});
      log(`${tally.family}: ${tally.survived} of ${tally.tried}`);
      if (tally.tried) tallies.push(tally);
    }
    return tallies;
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}

async function tryFamily(
  family: Family,
  stage: Stage,
  {tries, nodes, requests, random, log}: CampaignOptions & {random: () => number}
): Promise<Tally> {
  const tryEach = async (name: string, count: number, options: (i: number) => ChildOptions, mayFail = true) => {
    const tally = makeTally(name);
    for (let i = 0; i < count; i++) tally.add(...(await attempt(stage, stage.earlier, {options: options(i), mayFail})));
    return tally;
  };
  if (family === "disk") return fullDisks(stage, {tries, random, log});
  if (family === "kill")
    return tryEach("killed at a random time", tries, () => ({killAfter: random() * stage.seconds}));
  if (family === "first") return firstRuns(stage, {tries, random});
  if (family === "build") return killedBuilds(stage, {tries, random});
  if (family === "place") return tryEach("another zone and language", places.length, (i) => ({env: places[i]}), false);
  if (family === "node") return tryEach("another Node", nodes.length, (i) => ({program: [nodes[i]]}), false);
  if (family === "requests") return requestsTally(stage, requests);
  return tryEach(`a file operation fails, ${family}`, tries, () => ({
    preload: ["fail-one.js"],
    env: {PAV_FAIL_NTH: String(Math.floor(random() * stage.operations)), PAV_FAIL_CODE: family}
  }));
}

async function makeStage(folder: string): Promise<Stage> {
  const from = join(folder, "published");
  await writeSample(from, {schools: 60});
  // Two years and the register do for what files and processes do to a run, and it is tried the oftener.
  for (const {file} of await listFiles(from)) if (!/20(18-2019|17-2018)_|gias/.test(file)) await rm(join(from, file));
  const earlier = join(folder, "earlier");
  const run = (to: string, options?: ChildOptions) => runChild(pipelineArgs(from, to), options);
  await sound(run(earlier));
  const before = await releaseHash(earlier);
  // One file less: a release that differs.
  const table = (await listFiles(from)).find(({file}) => /^performance_tables.*ks4final\.csv$/.test(file));
  if (!table) throw new Error("a synthetic England without performance tables");
  await rm(join(from, table.file));
  const later = join(folder, "later");
  const {seconds, stdout} = await sound(run(later, {preload: ["fail-one.js"]}));
  const [, operations = "0"] = /file operations: (\d+)/.exec(stdout) ?? [];
  return {folder, from, earlier, before, after: await releaseHash(later), seconds, operations: Number(operations)};
}

const pipelineArgs = (from: string, to: string): string[] => ["pipeline", "--describe", "--from", from, "--to", to];

async function sound(run: Promise<Ended>): Promise<Ended> {
  const ended = await run;
  if (ended.code !== 0) throw new Error(`an undisturbed run failed\n${ended.stderr}`);
  return ended;
}

const releaseHash = (to: string): Promise<string> => hashFolder(join(to, "release"));

/** A disturbed run beside an earlier release, or beside nothing, then an undisturbed one: what came of both. */
async function attempt(
  stage: Stage,
  earlier: string | null,
  {options, mayFail}: {options: ChildOptions; mayFail: boolean}
): Promise<[Outcome, string]> {
  const to = join(stage.folder, "attempt");
  await rm(to, {recursive: true, force: true});
  if (earlier) await cp(earlier, to, {recursive: true});
  const before = earlier ? stage.before : "none";
  return judge({...stage, before}, to, await runChild(pipelineArgs(stage.from, to), options), {
    mayFail,
    what: JSON.stringify(options)
  });
}

/** First runs into a folder that are killed, at times spread over the whole run. */
async function firstRuns(stage: Stage, {tries, random}: {tries: number; random: () => number}): Promise<Tally> {
  const tally = makeTally("a first run is killed at a random time");
  for (let i = 0; i < tries; i++) {
    const options = {killAfter: ((i + random()) / tries) * stage.seconds};
    tally.add(...(await attempt(stage, null, {options, mayFail: true})));
  }
  return tally;
}

async function judge(
  {from, before, after}: Stage,
  to: string,
  ended: Ended,
  {mayFail, what}: {mayFail: boolean; what: string}
): Promise<[Outcome, string]> {
  if (ended.blocked) return ["blocked", what];
  const now = await releaseHash(to);
  if (ended.code === 0 && now !== after) return ["silent_wrong", what];
  if (ended.code !== 0 && !mayFail) return ["lost", `${what}: ${ended.stderr}`];
  if (ended.code === 1 && !isGoodMessage(ended.stderr)) return ["bad_message", `${what}: ${ended.stderr}`];
  const again = await runChild(pipelineArgs(from, to));
  if (again.blocked) return ["blocked", `${what}, then again`];
  if (again.code !== 0) return ["lost", `${what}, then again: ${again.stderr}`];
  if ((await releaseHash(to)) !== after) return ["silent_wrong", `${what}, then again`];
  const left = (await readdir(to)).filter((name) => name.startsWith(".") || name.includes(".old-"));
  if (left.length) return ["lost", `${what}: ${left.join(", ")} stays`];
  const whole = now === before || now === after || again.stdout.includes("put back");
  return whole ? ["survived", what] : ["lost", `${what}: no whole release until the next run`];
}

/** Runs into a small disk of memory that fills up at one byte or another. */
async function fullDisks(
  stage: Stage,
  {tries, random, log}: {tries: number; random: () => number; log: (line: string) => void}
): Promise<Tally> {
  const tally = makeTally("the disk is full at a random byte");
  if (!existsSync("/usr/bin/unshare") || process.platform !== "linux") {
    log("a full disk is not tried: it takes Linux with unshare");
    return tally;
  }
  const disk = join(stage.folder, "disk");
  const to = join(stage.folder, "attempt");
  const controlled = await measureMegabytes(stage.earlier);
  for (let i = 0; i < tries; i++) {
    await rm(to, {recursive: true, force: true});
    await mkdir(to, {recursive: true});
    await mkdir(disk, {recursive: true});
    const megabytes = Math.ceil(controlled * (1 + 2 * random()));
    const script = `mount -t tmpfs -o size=${megabytes}m none "$DISK" || exit 99
cp -a "$EARLIER/." "$DISK/" || exit 98
"$@"; code=$?
cp -a "$DISK/." "$TO/"; exit $code`;
    const ended = await runChild(pipelineArgs(stage.from, disk), {
      program: ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", script, "sh", process.execPath],
      env: {DISK: disk, EARLIER: stage.earlier, TO: to}
    });
    if (ended.code === 99 || ended.code === 98) continue;
    tally.add(...(await judge(stage, to, ended, {mayFail: true, what: `${megabytes} MB`})));
  }
  return tally;
}

async function measureMegabytes(folder: string): Promise<number> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true});
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(files.map(async ({parentPath, name}) => (await stat(join(parentPath, name))).size));
  return sizes.reduce((sum, size) => sum + size, 0) / 1e6;
}

async function requestsTally({earlier}: Stage, requests: number): Promise<Tally> {
  const site = join(earlier, "release");
  const served = await serveSite(site, 0);
  const tally = makeTally("requests of all kinds, 200 at once");
  try {
    const paths = ["/release.json", "/measures.json", "/download/outcomes.csv", "/nothing"];
    const {tried, statuses, hung} = await sendHostile(Number(new URL(served.url).port), {requests, paths});
    const broken = [...statuses].filter(([status]) => status === 500).reduce((sum, [, count]) => sum + count, 0);
    const alive = (await fetch(`${served.url}/release.json`)).ok;
    return {
      ...tally,
      tried,
      survived: tried - hung - broken - (alive ? 0 : 1),
      blocked: hung,
      lost: alive ? 0 : 1,
      bad_message: broken
    };
  } finally {
    await served.close();
  }
}
