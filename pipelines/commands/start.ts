import {existsSync} from "node:fs";
import {readFile, rm, writeFile} from "node:fs/promises";
import {codeHash} from "../made-from.ts";
import {runPipeline} from "../pipeline.ts";
import {writeSample} from "../sample.ts";
import {previewSite} from "../site/build.ts";
import type {Command} from "./command.ts";

const sample = "data/sample";
const made = "data/sample-run";
const stamp = `${made}/made-from.txt`;

export const startCommand: Command = {
  name: "start",
  about: "a made-up England through the whole pipeline, then the dashboards in a browser",
  options: {
    port: {type: "string", value: "N", about: "where to serve them (3000)"}
  },
  run: async ({port = "3000"}) => {
    const code = await codeHash();
    if (existsSync(`${made}/release`) && (await lastMadeFrom()) === code)
      console.log(`${made} is as this code makes it: not made again`);
    else await make(code);
    await previewSite({release: `${made}/release`, port: Number(port)});
  }
};

async function make(code: string): Promise<void> {
  await rm(stamp, {force: true});
  await writeSample(sample);
  await runPipeline({from: sample, to: made, log: console.log});
  await writeFile(stamp, code);
}

/** Null if there is no whole run. */
async function lastMadeFrom(): Promise<string | null> {
  try {
    return await readFile(stamp, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
