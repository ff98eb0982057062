import {readdirSync} from "node:fs";
import {readFile, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {readSources} from "../../pipelines/sources.ts";
import {stagedAsText} from "../support/staged-text.ts";

const sources = await readSources();

describe("every published layout is staged as reviewed", () => {
  for (const id of readdirSync("test/input")) {
    test(`test/input/${id} becomes test/output/${id}.csv`, async () => {
      const source = sources.find((s) => s.id === id);
      expect(source, `no source is called ${id}`).toBeDefined();
      const staged = await stagedAsText(join("test/input", id), source!);
      const path = `test/output/${id}.csv`;
      if (process.env.UPDATE === "1" && !process.env.CI) await writeFile(path, staged);
      expect(staged).toBe(await readFile(path, "utf8"));
    });
  }
});
