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
  const {begin, end} = sayProgress(schools);
  const code = `${await codeHash()} ${schools}`;
  await unlessMade(release, {stamp: `${made}/made-from.txt`, from: code}, async () => {
    begin("sample");
    await writeSample(sample, {schools});
    end("sample");
    const lines: string[] = [];
    const log = (line: string) => {
      lines.push(line);
      const [, step] = /^(\S+) +[\d.]+ s$/.exec(line) ?? [];
      if (step !== undefined) end(step);
    };
    await runPipeline({from: sample, to: made, log});
    await writeFile(details, `${lines.join("\n")}\n`);
  });
  await unlessMade(site, {stamp: `${made}/site-made-from.txt`, from: await siteHash(release)}, async () => {
    begin("site");
    await buildSite({release, output: site});
    end("site");
  });
  console.log(`what was read, found and left out: ${details}`);
}

/** A line as each part begins: what is being made, and how long all will take from there. */
function sayProgress(schools: number): {begin: (part: string) => void; end: (part: string) => void} {
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

/** Makes a folder, unless it is there as it was made, and the stamp says that it was made from the same. */
async function unlessMade(
  folder: string,
  {stamp, from}: {stamp: string; from: string},
  make: () => Promise<void>
): Promise<void> {
  const makeStamp = async () => `${from} ${await codeHash([folder])}`;
  if (existsSync(folder) && existsSync(stamp) && (await readFile(stamp, "utf8")) === (await makeStamp())) {
    console.log(`${folder} is as this code makes it: not made again`);
    return;
  }
  await rm(stamp, {force: true});
  await make();
  await writeFile(stamp, await makeStamp());
}
