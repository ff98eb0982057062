import {mkdir, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {codeHash} from "../../pipelines/cache/made-from.ts";
import {emptyFolder} from "../support/published-files.ts";

describe("codeHash(paths)", () => {
  it("stays while the files stay, and changes with any of them, however deep", async () => {
    const folder = await emptyFolder();
    await mkdir(join(folder, "below"));
    await writeFile(join(folder, "lock.json"), "{}");
    await writeFile(join(folder, "below", "rule.sql"), "select 1");
    const before = await codeHash([folder]);
    expect(await codeHash([folder])).toBe(before);
    await writeFile(join(folder, "below", "rule.sql"), "select 2");
    expect(await codeHash([folder])).not.toBe(before);
  });

  it("is of this project’s own code if nothing else is said", async () => {
    expect(await codeHash()).toMatch(/^[0-9a-f]{64}$/);
  });
});
