import {readFile, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {beforeAll, describe, expect, test} from "vitest";
import {planNumber} from "../../pipelines/plan/number.ts";
import {pipelineCommand} from "../../pipelines/commands/pipeline.ts";
import {design} from "../../src/design.ts";
import type {ReleaseFacts} from "../../src/release/release.ts";
import type {ResultFile} from "../../src/release/results.ts";
import type {ResultIndex} from "../../src/release/result-index.ts";
import {emptyFolder} from "../support/published-files.ts";
import {writeSmallEngland} from "../support/small-england.ts";
import {readPart} from "../../pipelines/files/read-part.ts";

let folder: string;
const read = <T>(path: string) => readPart<T>(join(folder, "out/release", path));

beforeAll(async () => {
  folder = await emptyFolder();
  // Key stage 4, the register and what it was joined to: enough for an estimate.
  await writeSmallEngland(join(folder, "published"), {
    schools: 60,
    leftOut: /^(ees|finance|lists|ofsted)|_(abs|census|ks2\w*|ks5[\w-]*|ks4-pupdest|swf)\.csv$/
  });
  const plan = join(folder, "protocol.json");
  await writeFile(plan, JSON.stringify({effect: [0, 2], inference: {fewest_partnerships: 2}, cohort: {month: 3}}));
  await pipelineCommand.run({from: join(folder, "published"), to: join(folder, "out"), plan}, []);
}, 400_000);

describe("a run under another plan", () => {
  test("has its own number, and says which entries it replaced", async () => {
    const note = read<ReleaseFacts>("release.json");
    expect(note.replaced).toEqual(["cohort.month", "effect", "inference.fewest_partnerships"]);
    expect(note.plan).not.toBe(await planNumber());
  });

  test("leaves the project’s plan in force once it is over", () => {
    expect(design.effect).toEqual([0, 4]);
    expect(design.cohort).toEqual({month: 12, day: 31});
  });

  test("is in the release whole, and every result carries its number", () => {
    expect(read("plan.json")).toMatchObject({effect: [0, 2], cohort: {month: 3, day: 31}, confidence: 0.95});
    const {plan} = read<ReleaseFacts>("release.json");
    const {columns} = read<ResultIndex>("results.json");
    const at = columns.from.findIndex((value) => value !== null);
    const file = read<ResultFile>(
      `results/${columns.partnership_type[at]}-${columns.phase[at]}-${columns.measure[at]}.json.gz`
    );
    expect(file.results[0].plan).toBe(plan);
  });

  test("moves what the entry is about: no effect is of more than three years, here or in a worker", () => {
    const {columns} = read<ResultIndex>("results.json");
    const at = columns.from.findIndex((value) => value !== null);
    const {results} = read<ResultFile>(
      `results/${columns.partnership_type[at]}-${columns.phase[at]}-${columns.measure[at]}.json.gz`
    );
    const [last] = results[0].attrition.slice(-1);
    expect(last.step).toContain("first 3 years");
  });

  test("is said in downloads", async () => {
    const parquet = await readFile(join(folder, "out/release/download/schools.parquet"));
    expect(parquet.toString("latin1")).toContain("another plan than the project");
  });
});
