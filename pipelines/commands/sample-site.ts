import {existsSync} from "node:fs";
import {readFile, rm, writeFile} from "node:fs/promises";
import {alone} from "../files/alone.ts";
import {codeHash} from "../cache/made-from.ts";
import {runPipeline} from "../run.ts";
import type {Estimated} from "../../src/release/release.ts";
import {steps} from "../steps.ts";
import {sideBySide} from "../../src/side-by-side.ts";
import {makeTimeLeft} from "./time-left.ts";
import {EMBEDDED_SCHOOLS, unpackSample} from "../synthetic-england/embedded.ts";
import {writeSample} from "../synthetic-england/write-sample.ts";
import {stateRelease} from "../release/release.ts";
import {buildSite} from "../site/build.ts";
import {siteHash} from "../site/made-from.ts";

const sample = "data/sample";
const made = "data/sample-run";
/** Where the pages go. */
export const site = "data/sample-site";
const inUse = "data/.sample-in-use";
const details = `${made}/log.txt`;

/**
 * As many schools as fill every page. With 400 all eleven results that are more than too weak or too few to speak of are
 * lost, and one outcome of 45; with 300 one type of partnership and six outcomes, too.
 */
const ENOUGH = EMBEDDED_SCHOOLS;

const ESTIMATE = "estimate";

/** What is made, in order: first all that describes, which is shown as soon as it is there, then what joining added. */
const PARTS: readonly {name: string; about: string}[] = [
  {name: "sample", about: "lay out the published files of an England that does not exist"},
  ...steps.filter(({name}) => name !== ESTIMATE),
  {name: "release", about: "write what the pages read"},
  {name: "pages", about: "build the pages"},
  ...steps.filter(({name}) => name === ESTIMATE),
  {name: "release again", about: "write all that the pages read"},
  {name: "pages again", about: "build the pages with it"}
];

/** Seconds that parts take on two cores that do nothing else, with as many schools as are enough; others a moment. */
const SECONDS: Readonly<Record<string, number>> = {
  sample: 5,
  staged: 5,
  reconciliation: 1,
  outcome: 2,
  release: 3,
  pages: 6,
  estimate: 30,
  "release again": 5,
  "pages again": 6
};

/** Seconds that the sample takes where it is unpacked, and not written. */
const UNPACKED = 0.5;

/** Makes whatever does not stand of the sample’s release and pages, one at a time, and shows the pages as soon as there are any. */
export async function makeSampleSite(schools: number, show: () => Promise<void>): Promise<void> {
  await alone(inUse, () => makeSite(schools, show), {what: "start", wait: 1_800_000});
}

async function makeSite(schools: number, show: () => Promise<void>): Promise<void> {
  const release = `${made}/release`;
  const stamps = {
    release: {folder: release, stamp: `${made}/made-from.txt`, from: async () => `${await codeHash()} ${schools}`},
    site: {folder: site, stamp: `${made}/site-made-from.txt`, from: () => siteHash(release)}
  };
  const [releaseStands, siteStands] = await Promise.all([stamps.release, stamps.site].map(stands));
  if (releaseStands) sayStands(release);
  if (releaseStands && siteStands) sayStands(site);
  if (!releaseStands) {
    await rm(stamps.site.stamp, {force: true});
    await rm(stamps.release.stamp, {force: true});
    const progress = sayProgress(schools);
    const began = new Date();
    await makePages({estimated: "to come", began, progress, part: "release"}, async () => {
      progress.begin("sample");
      await (schools === EMBEDDED_SCHOOLS ? unpackSample(sample) : writeSample(sample, {schools}, {truth: false}));
      progress.end("sample");
    });
    console.log("\nwhat was published can be read; what joining added follows");
    await show();
    progress.end("pages");
    await makePages({estimated: "made", began, progress, part: "release again"});
    progress.end("pages again");
    await stampAsMade(stamps.release);
    await stampAsMade(stamps.site);
    console.log("all is there: load the page again");
  } else if (!siteStands) {
    await rm(stamps.site.stamp, {force: true});
    console.log("pages            build them");
    await buildSite({release, output: site});
    await stampAsMade(stamps.site);
  }
  console.log(`what was read, found and left out: ${details}`);
}

/** A release and its pages, which are bundled while the figures are made; what stopped the figures is said before what that did to the pages. */
async function makePages(making: Making, first: () => Promise<void> = async () => undefined): Promise<void> {
  const stated = await stateRelease({synthetic: true, made: making.began, estimated: making.estimated});
  const figures = first().then(() => makeRelease(making));
  await sideBySide([
    () => figures,
    () => buildSite({release: `${made}/release`, output: site, ahead: {stated, made: figures}})
  ]);
}

interface Making {
  estimated: Estimated;
  began: Date;
  progress: Progress;
  /** What writing the release is called. */
  part: string;
}

async function makeRelease({estimated, began, progress, part}: Making): Promise<void> {
  const lines: string[] = [];
  const log = (line: string) => {
    lines.push(line);
    const [, step] = /^(\S+) +[\d.]+ s$/.exec(line) ?? [];
    if (step !== undefined) progress.end(step === "release" ? part : step);
  };
  await runPipeline({from: sample, to: made, made: began, estimated, log});
  await writeFile(details, `${lines.join("\n")}\n`);
}

interface Progress {
  begin: (part: string) => void;
  end: (part: string) => void;
}

/** A line as each part begins: what is being made, and how long all will take from there. */
function sayProgress(schools: number): Progress {
  const scale = schools / ENOUGH;
  const known: typeof SECONDS = {...SECONDS, ...(schools === EMBEDDED_SCHOOLS ? {sample: UNPACKED} : {})};
  const seconds = PARTS.map(({name}): [string, number] => [name, scale * (known[name] ?? 0.2)]);
  const left = makeTimeLeft(Object.fromEntries(seconds));
  // Some steps are run again for what joining added: a moment, which nobody need read of twice.
  const done = new Set<string>();
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
      if (done.has(part)) return;
      done.add(part);
      left.finish(part);
      const next = PARTS[PARTS.findIndex(({name}) => name === part) + 1];
      if (next) begin(next.name);
    }
  };
}

/** A folder, and the file that says what it was made from. */
interface Stamped {
  folder: string;
  stamp: string;
  from: () => Promise<string>;
}

const makeStamp = async ({folder, from}: Stamped): Promise<string> =>
  (await Promise.all([from(), codeHash([folder])])).join(" ");

/** Whether a folder is as it was made, and its stamp says that it was made from what there is now. */
async function stands(stamped: Stamped): Promise<boolean> {
  const {folder, stamp} = stamped;
  return existsSync(folder) && existsSync(stamp) && (await readFile(stamp, "utf8")) === (await makeStamp(stamped));
}

const sayStands = (folder: string): void => console.log(`${folder} is as this code makes it: not made again`);

/** Says that a folder is whole, and what it was made from: one that was not made whole has no stamp. */
const stampAsMade = async (stamped: Stamped): Promise<void> => writeFile(stamped.stamp, await makeStamp(stamped));
