import {readdir, readFile} from "node:fs/promises";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {embeddedFiles, unpackSample} from "../../pipelines/synthetic-england/embedded.ts";
import {sampleRelease} from "../support/sample-release.ts";
import {emptyFolder} from "../support/published-files.ts";

const listFiles = async (folder: string): Promise<string[]> =>
  (await readdir(folder, {recursive: true, withFileTypes: true}))
    .filter((entry) => entry.isFile())
    .map(({parentPath, name}) => join(parentPath, name).slice(folder.length + 1))
    .sort();

describe("the embedded sample", () => {
  test("is what the generator writes, but for the truth beside it: else run npm run documents", async () => {
    const written = join(await sampleRelease(), "../../published");
    const names: string[] = [];
    for await (const {path, bytes} of embeddedFiles()) {
      names.push(path);
      expect(bytes.equals(await readFile(join(written, path))), path).toBe(true);
    }
    expect(names.sort()).toEqual((await listFiles(written)).filter((name) => !name.startsWith("truth/")));
  });

  test("is laid out in a folder, in the place of an earlier sample and of nothing else", async () => {
    const folder = await emptyFolder();
    await unpackSample(folder);
    const first = await listFiles(folder);
    await unpackSample(folder);
    expect(await listFiles(folder)).toEqual(first);
    await expect(unpackSample(join(import.meta.dirname))).rejects.toThrow(/no sample/);
  });
});
