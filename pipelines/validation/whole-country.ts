import {spawn} from "node:child_process";
import {cp, mkdtemp, readdir, readFile, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {createInterface} from "node:readline";
import {setTimeout} from "node:timers/promises";
import {UserError} from "../../src/library/errors.ts";
import {SETTLED} from "../read/folder-stamp.ts";
import {resolveFromPipelines} from "../warehouse.ts";
import {readMemory, readProcessorSeconds} from "./synthetic-england.ts";
import {rounded, type Found} from "./truth-page.ts";

/** Time and the most memory of a step of one run. */
export interface OfStep {
  run: string;
  step: string;
  seconds: number;
  /** That processors worked, over all threads: less than `seconds` where others had them, more where two worked at once. */
  processor: number;
  megabytes: number;
}

export interface CountryOptions {
  schools: number;
  /** A sample that is there already; null to write one. */
  from: string | null;
  log: (line: string) => void;
}

/** Runs the pipeline on a synthetic country in a process of its own, again after each of two lists has changed, and again unchanged. */
export async function timeCountry({schools, from, log}: CountryOptions): Promise<OfStep[]> {
  const work = await mkdtemp(join(tmpdir(), "pav-country-"));
  try {
    const folder = join(work, "sample");
    const found: OfStep[] = [];
    const to = join(work, "run");
    if (from === null)
      found.push(...(await watch("first", ["sample", "--schools", String(schools), "--to", folder], log)));
    else await cp(from, folder, {recursive: true});
    // As a person would: what was written just now is read whole by the next run too.
    await setTimeout(SETTLED);
    const pipeline = ["pipeline", "--from", folder, "--to", to];
    found.push(...(await watch("first", pipeline, log)));
    for (const size of ["median", "longest"] as const) {
      await changeOneList(join(folder, "lists"), size);
      await setTimeout(SETTLED);
      found.push(...(await watch(afterList[size], pipeline, log)));
    }
    found.push(...(await watch("unchanged", pipeline, log)));
    return found;
  } finally {
    await rm(work, {recursive: true, force: true});
  }
}

/** Writes a synthetic country and runs the pipeline on it once. */
export async function timeFirst(schools: number, log: (line: string) => void): Promise<OfStep[]> {
  const work = await mkdtemp(join(tmpdir(), "pav-scaling-"));
  try {
    const folder = join(work, "sample");
    const sample = await watch("first", ["sample", "--schools", String(schools), "--to", folder], log);
    return [...sample, ...(await watch("first", ["pipeline", "--from", folder, "--to", join(work, "run")], log))];
  } finally {
    await rm(work, {recursive: true, force: true});
  }
}

const afterList = {median: "after the median list changed", longest: "after the longest list changed"};

/**
 * Takes the last member off one of the lists of members that have more than one: that of median length, the shorter of
 * two, or the longest. Throws a UserError where there is none.
 */
export async function changeOneList(folder: string, size: keyof typeof afterList): Promise<string> {
  const names = (await readdir(folder)).filter((name) => name !== "partnerships.csv").sort();
  const read = names.map(async (name) => {
    const path = join(folder, name);
    return {path, lines: (await readFile(path, "utf8")).trimEnd().split("\n")};
  });
  const lists = (await Promise.all(read)).filter(({lines}) => lines.length > 2);
  lists.sort((a, b) => a.lines.length - b.lines.length);
  const list = size === "longest" ? lists.at(-1) : lists[Math.floor((lists.length - 1) / 2)];
  if (!list)
    throw new UserError(`${folder} holds no list of members`, {
      fix: "give a sample as npm run pav -- sample writes it"
    });
  await writeFile(list.path, `${list.lines.slice(0, -1).join("\n")}\n`);
  return list.path;
}

/** What whole runs should take at most with 24,000 schools, and what they took before the parts were cut; null where nobody knows. */
const AIMED = 24_000;
const aims: Readonly<Record<string, {seconds: number; megabytes: number | null; was: number | null}>> = {
  "first, sample: all": {seconds: 300, megabytes: 3000, was: null},
  "first, pipeline: all": {seconds: 600, megabytes: 4000, was: 3780},
  "after the median list changed, pipeline: all": {seconds: 60, megabytes: null, was: null},
  "unchanged, pipeline: all": {seconds: 15, megabytes: null, was: 204}
};

/** The size of the table that stands first; others are kept beside it. */
const usual = 600;

const ofStep = /^(\S+)\s+([\d.]+) s\b/;

/** One command, step by step as its log states them: the memory is that of the process and all it started. */
async function watch(run: string, command: readonly string[], log: (line: string) => void): Promise<OfStep[]> {
  const started = performance.now();
  const child = spawn(process.execPath, [resolveFromPipelines("pav.js"), ...command], {
    stdio: ["ignore", "pipe", "inherit"]
  });
  const ended = new Promise<number | null>((done, fail) => child.once("error", fail).once("close", done));
  const found: OfStep[] = [];
  let peak = 0;
  let most = 0;
  let worked = 0;
  let before = 0;
  const look = setInterval(() => {
    void readMemory(child.pid!).then((now) => (peak = Math.max(peak, now)));
    void readProcessorSeconds(child.pid!).then((now) => (worked = Math.max(worked, now)));
  }, 250);
  createInterface(child.stdout).on("line", (line) => {
    const reported = ofStep.exec(line);
    if (!reported) return;
    found.push({run, step: reported[1], seconds: Number(reported[2]), processor: worked - before, megabytes: peak});
    log(`${run}: ${line}, peak ${peak.toFixed(0)} MB`);
    most = Math.max(most, peak);
    peak = 0;
    before = worked;
  });
  const code = await ended.finally(() => clearInterval(look));
  if (code !== 0) throw new Error(`${command[0]} ended with ${code}`);
  const seconds = (performance.now() - started) / 1000;
  return [...found, {run, step: `${command[0]}: all`, seconds, processor: worked, megabytes: Math.max(most, peak)}];
}

/** What came out, as a validation. */
export function countryFound(all: readonly OfStep[], {schools, command}: {schools: number; command: string}): Found {
  const total = (run: string) => all.find((one) => one.run === run && one.step === "pipeline: all")!;
  const minutes = (run: string) => `${(total(run).seconds / 60).toFixed(1)} minutes`;
  return {
    id: schools === usual ? "country" : `country-${schools}`,
    title: schools === usual ? "Time and memory" : `Time and memory, ${schools.toLocaleString("en-GB")} schools`,
    summary: `A synthetic England of ${schools.toLocaleString("en-GB")} schools goes from published files to the release in ${minutes("first")} and ${(total("first").megabytes / 1000).toFixed(1)} GB; after a list of median length has changed in ${minutes(afterList.median)}, after the longest has in ${minutes(afterList.longest)}, unchanged in ${minutes("unchanged")}.`,
    command,
    columns: [
      {name: "run", numeric: false},
      {name: "step", numeric: false},
      {name: "seconds", numeric: true},
      {name: "seconds of processors", numeric: true},
      {name: "most memory, MB", numeric: true},
      ...(schools === AIMED
        ? ["aim, seconds", "aim, MB", "was, seconds"].map((name) => ({name, numeric: true as const}))
        : [])
    ],
    rows: all.map(({run, step, seconds, processor, megabytes}) => {
      const aim = aims[`${run}, ${step}`];
      return [
        run,
        step,
        rounded(seconds, 1),
        rounded(processor, 1),
        Math.round(megabytes),
        ...(schools === AIMED ? [aim?.seconds ?? null, aim?.megabytes ?? null, aim?.was ?? null] : [])
      ];
    }),
    fails: [],
    notes: [
      "Memory is that of the process and of its workers, looked at four times a second; it is reported on Linux only.",
      "Times depend on the machine, and seconds on what else it does. Seconds of processors are those that it worked for the run, on however many at once; they are looked at four times a second."
    ]
  };
}
