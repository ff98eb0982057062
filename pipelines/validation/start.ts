import {spawn} from "node:child_process";
import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {createInterface} from "node:readline";
import {printTable} from "../tables/print-table.ts";
import {resolveFromPipelines} from "../warehouse.ts";
import {readProcessorSeconds} from "./synthetic-england.ts";

/** Seconds until the first page may be opened: what they should be, and what they were before the parts were cut. */
const RUNS = [
  {run: "first", aim: 30, was: 80},
  {run: "second", aim: 4, was: 4}
] as const;

/** How long `npm start` takes to its first page in an empty folder, and again with all that it made; a table. */
export async function startTable(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "pav-start-"));
  try {
    const rows = [];
    for (const {run, aim, was} of RUNS) {
      const {seconds, processor} = await timeStart(folder);
      rows.push({run, seconds: tenths(seconds), aim, was, seconds_of_processors: tenths(processor)});
    }
    return printTable(rows, "table");
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}

const tenths = (seconds: number): number => Number(seconds.toFixed(1));

/** From the command to the line with the address, after which it is ended. */
async function timeStart(cwd: string): Promise<{seconds: number; processor: number}> {
  const started = performance.now();
  const command = [resolveFromPipelines("pav.js"), "start", "--port", "0"];
  const child = spawn(process.execPath, command, {cwd, stdio: ["ignore", "pipe", "inherit"]});
  const ended = new Promise<number | null>((done, fail) => child.once("error", fail).once("close", done));
  let processor = 0;
  const look = setInterval(() => {
    void readProcessorSeconds(child.pid!).then((now) => (processor = Math.max(processor, now)));
  }, 250);
  const shown = new Promise<number>((done) => {
    createInterface(child.stdout).on("line", (line) => {
      if (/^\s*http:\/\//.test(line)) done((performance.now() - started) / 1000);
    });
  });
  const early = ended.then((code) => {
    throw new Error(`start ended with ${code} before it had an address`);
  });
  try {
    return {seconds: await Promise.race([shown, early]), processor};
  } finally {
    clearInterval(look);
    early.catch(() => undefined);
    child.kill("SIGINT");
    await ended;
  }
}
