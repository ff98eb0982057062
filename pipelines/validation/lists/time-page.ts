import {existsSync} from "node:fs";
import {mkdtemp, readdir, rm, stat} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {group, max, median} from "d3";
import type {Browser} from "playwright-core";
import {UserError} from "../../../src/library/errors.ts";
import type {PartnershipFile} from "../../../src/release/partnership-files.ts";
import {buildSite} from "../../site/build.ts";
import {serveGzipped, type Line} from "./gzip-server.ts";
import {readPart} from "../../files/read-part.ts";

const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** What a list of schools takes in a browser. */
export interface PageTime {
  device: string;
  schools: number;
  /** From opening the page until it can be typed into. */
  seconds_to_open: number;
  /** From the button, pressed as soon as the list is in the box, until all is reported. */
  seconds_first: number;
  /** The same again, with the files there. */
  seconds_again: number;
  /** What the page and its workers fetched until then, as it was sent. */
  kilobytes: number;
}

/** The files of a phase, compressed, in kB: what every list needs, the largest outcome, and all outcomes. */
export interface PhaseWeight {
  phase: string;
  shared: number;
  largest_outcome: number;
  all_outcomes: number;
}

interface Device {
  name: string;
  width: number;
  /** By how much the thread of the page is slower: Chromium slows no worker. */
  slower: number;
  /** Bytes a second and milliseconds; null for a network that is no matter. */
  network: Line | null;
}

/** 4G as Chromium’s own developer tools have it, 9 Mbit/s and 165 ms: of the server, since Chromium slows no worker’s. */
const devices: readonly Device[] = [
  {name: "laptop, page slowed 4 times", width: 1280, slower: 4, network: null},
  {name: "phone on 4G, page slowed 4 times", width: 390, slower: 4, network: {down: 9e6 / 8, latency: 165}}
];

/** Times the page on your schools with a list of as many schools as one phase of a trust has, twenty at most. */
export async function timeLists(release: string, runs: number): Promise<PageTime[]> {
  if (!existsSync(CHROMIUM)) throw new UserError(`no browser at ${CHROMIUM}`, {fix: "set CHROMIUM to one"});
  const {chromium} = await import("playwright-core");
  const list = await twentySchools(release);
  const folder = await mkdtemp(join(tmpdir(), "pav-bench-"));
  try {
    await buildSite({release, output: join(folder, "site")});
    const browser = await chromium.launch({executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-gpu"]});
    try {
      const times: PageTime[] = [];
      for (const device of devices) {
        const own: PageTime[] = [];
        for (let run = 0; run < runs; run++) own.push(await timeOnce(browser, join(folder, "site"), {device, list}));
        times.push(computeMedians(own));
      }
      return times;
    } finally {
      await browser.close();
    }
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}

const computeMedians = (own: readonly PageTime[]): PageTime => ({
  ...own[0],
  seconds_to_open: median(own, (d) => d.seconds_to_open)!,
  seconds_first: median(own, (d) => d.seconds_first)!,
  seconds_again: median(own, (d) => d.seconds_again)!
});

/** Twenty schools of secondary phase that joined trusts, as a table; fewer where there are fewer. */
async function twentySchools(release: string): Promise<string[]> {
  const folder = join(release, "partnership");
  const rows = new Set<string>();
  for (const name of (await readdir(folder)).sort()) {
    const notes = readPart<Record<string, PartnershipFile>>(join(folder, name));
    for (const {partnership_type, members} of Object.values(notes)) {
      if (partnership_type !== "multi_academy_trust") continue;
      for (const {urn, phase, joined} of members)
        if (phase === "secondary" && joined !== null && rows.size < 20) rows.add(`${urn},member,${joined}`);
    }
  }
  return ["urn,role,from_date", ...rows];
}

async function timeOnce(
  browser: Browser,
  site: string,
  {device, list}: {device: Device; list: readonly string[]}
): Promise<PageTime> {
  let bytes = 0;
  const served = await serveGzipped(site, {line: device.network, sent: (more) => (bytes += more)});
  const context = await browser.newContext({viewport: {width: device.width, height: 900}});
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send("Emulation.setCPUThrottlingRate", {rate: device.slower});
  const started = performance.now();
  await page.goto(`${served.url}/your-schools`);
  await page.locator("#your-list").fill(list.join("\n"));
  const seconds_to_open = (performance.now() - started) / 1000;
  const look = async () => {
    const pressed = performance.now();
    await page.getByRole("button", {name: "Look at these schools"}).click();
    await page.locator(".report").waitFor({timeout: 300_000});
    const seconds = (performance.now() - pressed) / 1000;
    await page.evaluate(() => document.querySelector(".report")?.remove());
    return seconds;
  };
  const seconds_first = await look();
  const kilobytes = bytes / 1000;
  const seconds_again = await look();
  await context.close();
  await served.close();
  return {device: device.name, schools: list.length - 1, seconds_to_open, seconds_first, seconds_again, kilobytes};
}

/** What the files of each phase weigh. */
export async function weighPhases(release: string): Promise<PhaseWeight[]> {
  const folder = join(release, "your-schools");
  const phases = readPart<string[]>(join(folder, "phases.json.gz"));
  const sizes = await Promise.all(
    (await readdir(folder)).map(async (name) => ({
      name: name.replace(/\.json\.gz$/, ""),
      size: (await stat(join(folder, name))).size / 1000
    }))
  );
  const by = group(sizes, ({name}) => phases.find((phase) => name === phase || name.split("-").includes(phase)) ?? "");
  return phases.map((phase) => {
    const own = by.get(phase) ?? [];
    const outcomes = own.filter(({name}) => name.startsWith(`${phase}-`));
    const total = (those: typeof own) => those.reduce((sum, {size}) => sum + size, 0);
    return {
      phase,
      shared: total(own.filter((one) => !outcomes.includes(one))),
      largest_outcome: max(outcomes, ({size}) => size) ?? 0,
      all_outcomes: total(outcomes)
    };
  });
}
