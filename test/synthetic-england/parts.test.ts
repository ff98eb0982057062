import {readdir, readFile} from "node:fs/promises";
import {join} from "node:path";
import {beforeAll, describe, expect, test} from "vitest";
import {sampleFiles, sampleJobs} from "../../pipelines/synthetic-england/write-sample.ts";
import {writeInParts} from "../../pipelines/synthetic-england/parts.ts";
import {defaultPlan} from "../../pipelines/synthetic-england/plan.ts";
import {emptyFolder} from "../support/published-files.ts";

const plan = {...defaultPlan, schools: 60};

describe("a sample that two processes make", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await emptyFolder();
    await writeInParts(folder, plan, sampleJobs(plan).length);
  });

  test("has the files of a sample that one makes, byte for byte", async () => {
    const differs: string[] = [];
    const paths: string[] = [];
    for (const {path, bytes} of sampleFiles(plan)) {
      paths.push(path);
      if (!bytes.equals(await readFile(join(folder, path)))) differs.push(path);
    }
    expect(differs).toEqual([]);
    const entries = await readdir(folder, {recursive: true, withFileTypes: true});
    expect(entries.filter((entry) => entry.isFile()).length).toBe(paths.length);
  });
});
