import {existsSync} from "node:fs";
import {readFile, rm, writeFile} from "node:fs/promises";
import {UserError} from "../../src/library/errors.ts";
import {alone} from "../files/alone.ts";
import {codeHash} from "../cache/made-from.ts";
import {runPipeline} from "../run.ts";
import {steps} from "../steps.ts";
import {wholeNumber} from "../tables/panel-table.ts";
import {makeTimeLeft} from "./time-left.ts";
import {writeSample} from "../synthetic-england/write-sample.ts";
import {stateRelease} from "../release/release.ts";
import {buildSite} from "../site/build.ts";
import {siteHash} from "../site/made-from.ts";
import {serveSite} from "../site/serve.ts";
import type {Command} from "./command.ts";

const sample = "data/sample";
const made = "data/sample-run";
const site = "data/sample-site";
const inUse = "data/.sample-in-use";
const details = `${made}/log.txt`;

/**
 * As many schools as fill every page. With 400 all eleven results that are more than too weak or too few to speak of are
 * lost, and one outcome of 45; with 300 one type of partnership and six outcomes, too.
 */
const ENOUGH = 600;

/** What is made, in order. */
const PARTS: readonly {name: string; about: string}[] = [
  {name: "sample", about: "write the published files of an England that does not exist"},
  ...steps,
  {name: "release", about: "write all that the pages read"},
  {name: "site", about: "build the pages"}
];

/** Seconds that parts take on two cores that do nothing else, with as many schools as are enough; others a moment. */
const SECONDS: Readonly<Record<string, number>> = {
  sample: 5,
  staged: 5,
  reconciliation: 1,
  outcome: 2,
  estimate: 30,
  release: 5,
  site: 6
};

export const startCommand: Command = {
  name: "start",
  about: "a synthetic England through the whole pipeline, then the dashboards in a browser",
  options: {
    port: {type: "string", value: "N", about: "where to serve them (3000)"},
    schools: {type: "string", value: "N", about: `how many schools the England has (${ENOUGH})`}
  },
  run: async ({port = "3000", schools}) => {
    const at = readPort(String(port));
    const many = wholeNumber(schools, "schools", 60) ?? ENOUGH;
    await alone(inUse, () => makeSite(many), {what: "start", wait: 1_800_000});
    const {url, close} = await serveSite(site, at);
    console.log(`\n  ${url}\n\nstop it with Ctrl-C`);
    await new Promise<void>((stop) => process.once("SIGINT", () => stop()).once("SIGTERM", () => stop()));
    await close();
  }
};

async function makeSite(schools: number): Promise<void> {
  const release = `${made}/release`;
  const progress = sayProgress(schools);
  const stamps = {
    release: {folder: release, stamp: `${made}/made-from.txt`, from: async () => `${await codeHash()} ${schools}`},
    site: {folder: site, stamp: `${made}/site-made-from.txt`, from: () => siteHash(release)}
  };
  const {synthetic, began} = {synthetic: true, began: new Date()};
  if (!(await stands(stamps.release))) {
    const stated = await stateRelease({synthetic, made: began});
    await rm(stamps.site.stamp, {force: true});
    // Pages are bundled while the figures are made; what stopped the figures is said before what that did to the pages.
    const figures = unlessFailed(stamps.release, () => makeRelease(schools, {progress, made: began}));
    const pages = unlessFailed(stamps.site, async () => {
      await buildSite({release, output: site, ahead: {stated, made: figures}});
      progress.end("site");
    });
    for (const result of await Promise.allSettled([figures, pages]))
      if (result.status === "rejected") throw result.reason;
  } else if (!(await stands(stamps.site))) {
    progress.begin("site");
    await unlessFailed(stamps.site, async () => void (await buildSite({release, output: site})));
  }
  console.log(`what was read, found and left out: ${details}`);
}

async function makeRelease(
  schools: number,
  {progress: {begin, end}, made: began}: {progress: Progress; made: Date}
): Promise<void> {
  begin("sample");
  await writeSample(sample, {schools});
  end("sample");
  const lines: string[] = [];
  const log = (line: string) => {
    lines.push(line);
    const [, step] = /^(\S+) +[\d.]+ s$/.exec(line) ?? [];
    if (step !== undefined) end(step);
  };
  await runPipeline({from: sample, to: made, made: began, log});
  await writeFile(details, `${lines.join("\n")}\n`);
}

interface Progress {
  begin: (part: string) => void;
  end: (part: string) => void;
}

/** A line as each part begins: what is being made, and how long all will take from there. */
function sayProgress(schools: number): Progress {
  const scale = schools / ENOUGH;
  const seconds = PARTS.map(({name}): [string, number] => [name, scale * (SECONDS[name] ?? 0.2)]);
  const left = makeTimeLeft(Object.fromEntries(seconds));
  let current: string | null = null;
  const begin = (part: string) => {
    if (part === current) return;
    current = part;
    const {about} = PARTS.find(({name}) => name === part)!;
    console.log(`${part.padEnd(16)} ${about}, ${left.say()}`);
  };
  return {
    begin,
    end: (part) => {
      left.finish(part);
      const next = PARTS[PARTS.findIndex(({name}) => name === part) + 1];
      if (next) begin(next.name);
    }
  };
}

function readPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new UserError(`“${text}” is not a port`, {fix: "give a whole number up to 65535: --port 3000"});
}

/** A folder, and the file that says what it was made from. */
interface Stamped {
  folder: string;
  stamp: string;
  from: () => Promise<string>;
}

const makeStamp = async ({folder, from}: Stamped): Promise<string> => `${await from()} ${await codeHash([folder])}`;

/** Whether a folder is as it was made, and its stamp says that it was made from what there is now. */
async function stands(stamped: Stamped): Promise<boolean> {
  const {folder, stamp} = stamped;
  if (!existsSync(folder) || !existsSync(stamp)) return false;
  if ((await readFile(stamp, "utf8")) !== (await makeStamp(stamped))) return false;
  console.log(`${folder} is as this code makes it: not made again`);
  return true;
}

/** Makes a folder, and then its stamp: one that was not made whole has none. */
async function unlessFailed(stamped: Stamped, make: () => Promise<void>): Promise<void> {
  await rm(stamped.stamp, {force: true});
  await make();
  await writeFile(stamped.stamp, await makeStamp(stamped));
}
