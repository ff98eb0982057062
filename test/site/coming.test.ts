import {mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, expect, test, vi} from "vitest";
import type {Estimated} from "../../src/release/release.ts";

const folders: string[] = [];

afterEach(async () => {
  vi.unstubAllEnvs();
  for (const folder of folders.splice(0)) await rm(folder, {recursive: true});
});

/** What stands at the head of every page of a release. */
async function readHead(estimated: Estimated): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "coming-"));
  folders.push(folder);
  const facts = {synthetic: false, made: "2026-11-30", version: "0.1.0", plan: "0", replaced: [], estimated};
  await writeFile(join(folder, "release.json"), JSON.stringify(facts));
  vi.stubEnv("PAV_RELEASE", folder);
  vi.resetModules();
  const {default: config} = await import("../../observablehq.config.ts");
  return config.header({path: "/index"});
}

test("while what joining added is still worked out, every page says so", async () => {
  expect(await readHead("to come")).toContain("What joining added is still being worked out");
});

test.each(["made", "left out"] as const)("a release with estimates %s promises nothing", async (estimated) => {
  expect(await readHead(estimated)).not.toContain("still being worked out");
});
