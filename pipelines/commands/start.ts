import {existsSync} from "node:fs";
import {readFile, rm, writeFile} from "node:fs/promises";
import {UserError} from "../../src/library/errors.ts";
import {alone} from "../files/alone.ts";
import {codeHash} from "../cache/made-from.ts";
import {runPipeline} from "../run.ts";
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

/** Of the lines that a run logs: the name of a step, and its seconds. */
const isStep = (line: string): boolean => /^\S+ +[\d.]+ s$/.test(line);

export const startCommand: Command = {
  name: "start",
  about: "a synthetic England through the whole pipeline, then the dashboards in a browser",
  options: {
    port: {type: "string", value: "N", about: "where to serve them (3000)"}
  },
  run: async ({port = "3000"}) => {
    const at = readPort(String(port));
    await alone(inUse, makeSite, {what: "start", wait: 1_800_000});
    const {url, close} = await serveSite(site, at);
    console.log(`\n  ${url}\n\nstop it with Ctrl-C`);
    await new Promise<void>((stop) => process.once("SIGINT", () => stop()).once("SIGTERM", () => stop()));
    await close();
  }
};

async function makeSite(): Promise<void> {
  const release = `${made}/release`;
  await unlessMade(release, {stamp: `${made}/made-from.txt`, from: await codeHash()}, async () => {
    console.log("sample           the published files of an England that does not exist");
    await writeSample(sample);
    const lines: string[] = [];
    const log = (line: string) => {
      lines.push(line);
      if (isStep(line)) console.log(line);
    };
    await runPipeline({from: sample, to: made, log});
    await writeFile(details, `${lines.join("\n")}\n`);
    console.log(`what was read, found and left out: ${details}`);
  });
  await unlessMade(site, {stamp: `${made}/site-made-from.txt`, from: await siteHash(release)}, async () => {
    console.log("building the site");
    await buildSite({release, output: site});
  });
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
