import {readdir, readFile, stat} from "node:fs/promises";
import {join} from "node:path";
import {UserError} from "../../src/library/errors.ts";
import {defaultPlan, type Plan} from "../synthetic-england/plan.ts";
import {readPlan} from "../synthetic-england/read-plan.ts";
import type {Command} from "./command.ts";

/** Writes a synthetic England as published files, and next to them what was planted in it. */
export const sampleCommand: Command = {
  name: "sample",
  about: "write the published files of a synthetic England, to try things on, and the truth beside them",
  options: {
    schools: {type: "string", value: "N", about: `how many state schools, up to 24000 (${defaultPlan.schools})`},
    seed: {type: "string", value: "S", about: `another number makes another England (${defaultPlan.seed})`},
    to: {type: "string", value: "DIR", about: "where to write them (data/sample)"},
    plan: {type: "string", value: "FILE", about: "what to plant instead: JSON, as in truth/plan.json of a sample"}
  },
  run: async ({schools, seed, to = "data/sample", plan}) => {
    const folder = String(to);
    const started = performance.now();
    const planned = plan === undefined ? defaultPlan : await readPlanFile(String(plan));
    const {writeSample} = await import("../synthetic-england/write-sample.ts");
    await writeSample(folder, {
      ...planned,
      schools: wholeNumber("schools", schools, planned.schools, [60, 24_000]),
      seed: wholeNumber("seed", seed, planned.seed, [0, 999_999])
    });
    const seconds = (performance.now() - started) / 1000;
    const {files, bytes} = await measure(folder);
    console.log(`${folder}: ${files} invented files, ${(bytes / 1e6).toFixed(1)} MB, in ${seconds.toFixed(1)} s`);
    console.log(`next: npm run pav -- pipeline --from ${folder}`);
  }
};

async function readPlanFile(file: string): Promise<Plan> {
  const text = await readFile(file, "utf8").catch((cause: unknown) => {
    throw new UserError(`cannot read the plan ${file}`, {fix: "give --plan an existing file", cause});
  });
  return readPlan(text, file);
}

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
