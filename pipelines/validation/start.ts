import {spawn} from "node:child_process";
import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {createInterface} from "node:readline";
import {printTable} from "../tables/print-table.ts";
import {resolveFromPipelines} from "../warehouse.ts";
import {readProcessorSeconds} from "./synthetic-england.ts";

/** Seconds until a page may be opened, and until all do: what they should be, and what they were before the parts were cut. */
const RUNS = [
  [
    {until: "the first page", aim: 30, was: 80},
    {until: "all pages with what joining added", aim: null, was: 80}
  ],
  [{until: "the first page, a second time", aim: 4, was: 4}]
] as const;

/** Lines by which the command says so, in order. */
const SAID = [/^\s*http:\/\//, /^stop it with Ctrl-C/];

/** How long `npm start` takes to its pages in an empty folder, and again with all that it made; a table. */
export async function startTable(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "pav-start-"));
  try {
    const rows = [];
    for (const run of RUNS) {
      const times = await timeStart(folder, SAID.slice(0, run.length));
      for (const [i, {until, aim, was}] of run.entries()) {
        const {seconds, processor} = times[i];
        rows.push({until, seconds: tenths(seconds), aim, was, seconds_of_processors: tenths(processor)});
      }
    }
    return printTable(rows, "table");
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}

const tenths = (seconds: number): number => Number(seconds.toFixed(1));

interface Time {
  seconds: number;
  processor: number;
}

/** From the command to each of some lines, after the last of which it is ended. */
async function timeStart(cwd: string, lines: readonly RegExp[]): Promise<Time[]> {
  const started = performance.now();
  const command = [resolveFromPipelines("pav.js"), "start", "--port", "0"];
  const child = spawn(process.execPath, command, {cwd, stdio: ["ignore", "pipe", "inherit"]});
  const ended = new Promise<number | null>((done, fail) => child.once("error", fail).once("close", done));
  let processor = 0;
  const look = setInterval(() => {
    void readProcessorSeconds(child.pid!).then((now) => (processor = Math.max(processor, now)));
  }, 250);
  const times: Time[] = [];
  const shown = new Promise<Time[]>((done) => {
    createInterface(child.stdout).on("line", (line) => {
      if (!lines[times.length]?.test(line)) return;
      times.push({seconds: (performance.now() - started) / 1000, processor});
      if (times.length === lines.length) done(times);
    });
  });
  const early = ended.then((code) => {
    throw new Error(`start ended with ${code} before it had said what it was waited for`);
  });
  try {
    return await Promise.race([shown, early]);
  } finally {
    clearInterval(look);
    early.catch(() => undefined);
    child.kill("SIGINT");
    await ended;
  }
}
