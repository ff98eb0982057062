import {existsSync} from "node:fs";
import {UserError} from "../../src/library/errors.ts";
import {coverageTable} from "../validation/coverage-table.ts";
import {estimatorsTable} from "../validation/estimators-table.ts";
import {calibrate} from "../validation/calibration.ts";
import {calibrationFound, calibrationRow} from "../validation/calibration-table.ts";
import {isClose, compareWithReal} from "../validation/resemblance.ts";
import {campaign} from "../validation/faults/campaign.ts";
import {families, type Family} from "../validation/faults/families.ts";
import {faultsFound, fuzzFound} from "../validation/faults/note.ts";
import {fuzz} from "../validation/faults/fuzz.ts";
import {checkPlanner} from "../validation/planner.ts";
import {benchReading} from "../validation/reading.ts";
import {scalingTable} from "../validation/scaling.ts";
import {startTable} from "../validation/start.ts";
import {timeSample} from "../validation/synthetic-england.ts";
import {openRelease} from "../validation/lists/outcomes-of-list.ts";
import {drawPlaceboLists, type PlaceboLists} from "../validation/lists/placebo-lists.ts";
import {timeLists, weighPhases} from "../validation/lists/time-page.ts";
import {placeboListsFound} from "../validation/lists/placebo-table.ts";
import {keepRemark, type Found} from "../validation/truth-page.ts";
import {benchTruth} from "../validation/truth.ts";
import {countryFound, timeCountry, type OfStep} from "../validation/whole-country.ts";
import {benchSite} from "../validation/site.ts";
import {chooseOne, wholeNumber} from "../tables/panel-table.ts";
import {printTable} from "../tables/print-table.ts";
import {validationFolder} from "../release/validation.ts";
import {openDuckDB} from "../warehouse.ts";
import {benchParts, type BenchPart} from "./bench-parts.ts";
import type {Command} from "./command.ts";

type Values = Parameters<Command["run"]>[0];

/** Measures the parts named, in order, and prints what each took or found. */
export async function runBench(values: Values, named: readonly string[]): Promise<void> {
  const timed = new Map<number, OfStep[]>();
  for (const part of partsNamed(named)) {
    if (part === "start") console.log(`from npm start to its pages\n\n${await startTable()}\n`);
    else if (part === "scaling") console.log(await scalingTable(countSchools(values, 600), {timed, log: console.log}));
    else if (part === "reading") await printReading(values);
    else if (part === "sample") await benchSample(countSchools(values, 600));
    else if (part === "resemblance") await reportResemblance();
    else if (part === "truth") await printTruth(values);
    else if (part === "calibration") await printCalibration(values);
    else if (part === "planner") await printPlanner(values);
    else if (part === "lists") await printPlaceboLists(values);
    else if (part === "your-schools") await reportYourSchools(values);
    else if (part === "country") timed.set(countSchools(values, 60), await reportCountry(values));
    else if (part === "site") await reportSite(values);
    else if (part === "faults" || part === "fuzz") await reportFaults(part, values);
    else if (part === "coverage") console.log(coverageTable(wholeNumber(values["panels"], "panels", 2) ?? 500));
    else console.log(`estimating on 16,000 invented schools, supported against none\n\n${await estimatorsTable()}\n`);
  }
}

function partsNamed(named: readonly string[]): readonly BenchPart[] {
  if (!named.length) return existsSync("../shared/bench") ? ["reading", "estimators"] : ["reading"];
  return named.map((name) => chooseOne(name, "part", benchParts)!);
}

const printReading = ({from, runs, times}: Values): Promise<void> =>
  benchReading({
    folder: typeof from === "string" ? from : existsSync("../shared/data") ? "../shared/data" : "data/sample",
    runs: wholeNumber(runs, "runs", 1) ?? 3,
    times: wholeNumber(times, "times", 1) ?? 10
  });

async function benchSample(most: number): Promise<void> {
  console.log("writing a synthetic England, each in a process of its own");
  for (const schools of [600, 3000, 24_000].filter((count) => count <= most)) {
    const {seconds, megabytes, written} = await timeSample(schools);
    console.log(
      `  ${String(schools).padStart(6)} schools, ${written.toFixed(0)} MB   ${seconds.toFixed(1)} s, peak ${megabytes.toFixed(0)} MB`
    );
  }
  console.log("");
}

async function reportResemblance(): Promise<void> {
  if (!existsSync("../shared/data")) {
    throw new UserError("no real files to compare with in ../shared/data", {fix: "leave resemblance out"});
  }
  const rows = (await compareWithReal()).map((row) => ({
    moment: row.moment,
    phase: row.phase,
    real: row.real,
    made_up: row.made_up,
    may_differ_by: row.as === "share" ? `${Math.round(100 * row.within)} %` : String(row.within),
    close: isClose(row) ? "yes" : "no"
  }));
  console.log(`a synthetic England beside the real one\n\n${printTable(rows, "table")}\n`);
}

async function reportSite(values: Values): Promise<void> {
  const release = String(values["release"] ?? "data/sample-run/release");
  const runs = wholeNumber(values["runs"], "runs", 1) ?? 3;
  const {build_seconds, size, views} = await benchSite(release, runs);
  const rows = views.map(({page, requests, kilobytes, seconds, choice_seconds}) => ({
    page,
    requests,
    kilobytes_gzipped: Math.round(kilobytes),
    seconds_until_drawn: Number(seconds.toFixed(2)),
    seconds_of_a_choice: choice_seconds === null ? null : Number(choice_seconds.toFixed(2))
  }));
  console.log(
    `the site of ${release}: ${size.files} files, ${size.megabytes.toFixed(0)} MB, built in ${build_seconds.toFixed(1)} s (aims for all England: 1,000 MB, 60 s; a page 250 kB, a choice 0.1 s); each page opened with nothing in the cache, medians of ${runs}\n`
  );
  console.log(`${printTable(rows, "table")}\n`);
}

/** What a list of one’s own weighs and takes in a browser. */
async function reportYourSchools(values: Values): Promise<void> {
  const release = String(values["release"] ?? "data/sample-run/release");
  const weights = (await weighPhases(release)).map(({phase, shared, largest_outcome, all_outcomes}) => ({
    phase,
    kilobytes_shared: Math.round(shared),
    largest_outcome: Math.round(largest_outcome),
    all_outcomes: Math.round(all_outcomes)
  }));
  console.log(`files of your-schools in ${release}, compressed\n\n${printTable(weights, "table")}\n`);
  const times = await timeLists(release, wholeNumber(values["runs"], "runs", 1) ?? 3);
  const rows = times.map(({device, schools, kilobytes, ...seconds}) => ({
    device,
    schools,
    kilobytes: Math.round(kilobytes),
    ...Object.fromEntries(Object.entries(seconds).map(([name, value]) => [name, Number(value.toFixed(2))]))
  }));
  console.log(`a list of schools, all outcomes\n\n${printTable(rows, "table")}\n`);
}

async function reportFaults(part: "faults" | "fuzz", values: Values): Promise<void> {
  const tries = wholeNumber(values["tries"], "tries", 1) ?? 20;
  const {folder, made} = readKept(values);
  const {log} = console;
  const command = `npm run bench -- ${part} --tries ${tries}`;
  if (part === "fuzz") {
    const tallies = await fuzz({tries: 10 * tries, seed: 0.24, keep: "test/bad-input/found", log});
    console.log(await keepRemark(fuzzFound(tallies, command), {folder, made}));
    return;
  }
  const nodes = readTexts(values["node"], ";");
  const named = readTexts(values["family"], ",").map((name): Family => chooseOne(name, "family", families)!);
  const only = named.length ? named : families;
  const tallies = await campaign({tries, only, seed: 0.24, nodes, requests: 10_000, log});
  console.log(await keepRemark(await faultsFound(tallies, {command, folder}), {folder, made}));
}

const readTexts = (value: string | boolean | undefined, between: string): string[] =>
  String(value ?? "")
    .split(between)
    .filter(Boolean);

const readKept = ({keep}: Values): {folder: string; made: Date} => ({
  folder: typeof keep === "string" ? keep : validationFolder,
  made: new Date()
});

async function printTruth(values: Values): Promise<void> {
  const {variant, rows} = values;
  const found = await benchTruth({
    schools: wholeNumber(values["schools"], "schools", 60) ?? 600,
    seeds: wholeNumber(values["seeds"], "seeds", 1) ?? 5,
    first: wholeNumber(values["first"], "first", 1) ?? 1,
    ...(typeof variant === "string" ? {only: variant.split(",")} : {}),
    rows: typeof rows === "string" ? rows : null,
    ...readKept(values),
    log: console.log
  });
  holdStrictly(found, values);
}

/** With --strict, whatever fails ends the command with an error. */
function holdStrictly(found: readonly Found[], {strict}: Values): void {
  const fails = found.flatMap((one) => one.fails);
  if (strict === true && fails.length)
    throw new UserError(`${fails.length} standards fail`, {fix: "read the lines that begin with FAILS"});
}

/** The warehouse that is named, to be read alone. Throws a UserError where there is none. */
async function openGiven({warehouse: file = "data/schools.duckdb"}: Values): ReturnType<typeof openDuckDB> {
  if (existsSync(String(file))) return openDuckDB(String(file), {access_mode: "READ_ONLY"});
  throw new UserError(`no warehouse ${String(file)}`, {
    fix: "npm run pav -- pipeline --from ../shared/data, or give --warehouse the schools.duckdb of a run"
  });
}

/** The planner of programmes held to a warehouse’s panel. */
async function printPlanner(values: Values): Promise<void> {
  const draws = wholeNumber(values["draws"], "draws", 2) ?? 1000;
  const {warehouse, close} = await openGiven(values);
  try {
    const command = `npm run bench -- planner --warehouse FILE --draws ${draws}`;
    const found = await checkPlanner(warehouse, {draws, command});
    console.log(await keepRemark(found, readKept(values)));
    holdStrictly([found], values);
  } finally {
    close();
  }
}

async function printCalibration(values: Values): Promise<void> {
  const draws = wholeNumber(values["draws"], "draws", 2) ?? 1000;
  const {warehouse, close} = await openGiven(values);
  try {
    const all = await calibrate(warehouse, {
      draws,
      seed: 1,
      progress: (caseResults, seconds) => {
        console.log(`${calibrationRow(caseResults).join("  ")}  (${seconds.toFixed(0)} s)`);
      }
    });
    const command = `npm run bench -- calibration --warehouse FILE --draws ${draws}`;
    const found = calibrationFound(all, {draws, command});
    console.log(await keepRemark(found, readKept(values)));
    holdStrictly([found], values);
  } finally {
    close();
  }
}

async function printPlaceboLists(values: Values): Promise<void> {
  const folder = String(values["release"] ?? "data/sample-run/release");
  const lists = wholeNumber(values["draws"], "draws", 2) ?? 1000;
  const release = openRelease(folder);
  const all: PlaceboLists[] = [];
  for (const size of [3, 7, 20]) {
    const drawn = await drawPlaceboLists(release, {phase: "secondary", size, lists, seed: size});
    if (drawn === null) continue;
    console.log(`${size} schools: something is claimed of ${drawn.claimed} of ${lists} lists`);
    all.push(drawn);
  }
  const found = placeboListsFound(all, {command: `npm run bench -- lists --release DIR --draws ${lists}`});
  console.log(await keepRemark(found, readKept(values)));
  holdStrictly([found], values);
}

/** Returns the steps of the first run, from the sample to the release. */
async function reportCountry(values: Values): Promise<OfStep[]> {
  const schools = countSchools(values, 60);
  const from = typeof values["from"] === "string" ? values["from"] : null;
  const found = await timeCountry({schools, from, log: console.log});
  const command = `npm run bench -- country --schools ${schools}`;
  console.log(await keepRemark(countryFound(found, {schools, command}), readKept(values)));
  return found.filter(({run}) => run === "first");
}

const countSchools = ({schools}: Values, least: number): number => wholeNumber(schools, "schools", least) ?? 24_000;
