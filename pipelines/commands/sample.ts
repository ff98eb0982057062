import {readdir, stat} from "node:fs/promises";
import {join} from "node:path";
import {UserError} from "../../src/errors.ts";
import {defaultPlan as plan} from "../sample/plan.ts";
import {writeSample} from "../sample.ts";
import type {Command} from "./command.ts";

/** Writes a small made-up England as published files. */
export const sampleCommand: Command = {
  name: "sample",
  about: "write the published files of a small made-up England, to try things on",
  options: {
    schools: {type: "string", value: "N", about: `how many state schools (${plan.schools})`},
    seed: {type: "string", value: "S", about: `another number makes another England (${plan.seed})`},
    to: {type: "string", value: "DIR", about: "where to write them (data/sample)"}
  },
  run: async ({schools, seed, to = "data/sample"}) => {
    const folder = String(to);
    const started = performance.now();
    await writeSample(folder, {
      schools: wholeNumber("schools", schools, plan.schools, [60, 3000]),
      seed: wholeNumber("seed", seed, plan.seed, [0, 999_999])
    });
    const seconds = (performance.now() - started) / 1000;
    const {files, bytes} = await measure(folder);
    console.log(`${folder}: ${files} made-up files, ${(bytes / 1e6).toFixed(1)} MB, in ${seconds.toFixed(1)} s`);
    console.log(`next: npm run pav -- pipeline --from ${folder}`);
  }
};

function wholeNumber(
  option: string,
  given: string | boolean | undefined,
  otherwise: number,
  [least, most]: [number, number]
): number {
  if (given === undefined) return otherwise;
  const value = Number(given);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new UserError(`--${option} ${given} is no whole number from ${least} to ${most}`, {
    fix: `leave it out for ${otherwise}`
  });
}

async function measure(folder: string): Promise<{files: number; bytes: number}> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true});
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    files.map(({parentPath, name}) => stat(join(parentPath, name)).then(({size}) => size))
  );
  return {files: files.length, bytes: sizes.reduce((sum, size) => sum + size, 0)};
}
