import {mkdir, mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {readPart} from "../../pipelines/files/read-part.ts";
import {writePart} from "../../pipelines/files/write-part.ts";
import {writeLightFiles} from "../../pipelines/site/light-files.ts";

let release: string;
beforeAll(async () => {
  release = await mkdtemp(join(tmpdir(), "names-"));
});
afterAll(() => rm(release, {recursive: true, force: true}));

test("a site names the schools of a phase in the order of its rows, and says how many files hold partnerships", async () => {
  const folder = join(release, "your-schools");
  for (const name of ["your-schools", "partnership"]) await mkdir(join(release, name));
  await writeFile(join(release, "partnerships.json"), JSON.stringify({shards: 8, columns: {}}));
  const schools = {
    columns: {
      id: [100, 100, 200],
      urn: [90, 100, 200],
      name: {values: ["Alder", "Old Alder", "Birch"], codes: [1, 0, 2]},
      phase: [null, "primary", "primary"]
    }
  };
  await writePart(release, "schools", JSON.stringify(schools));
  await writePart(folder, "phases", JSON.stringify(["primary"]));
  await writePart(
    folder,
    "primary",
    JSON.stringify({phase: "primary", idSteps: [100, 50, 50, 100], past: [], measures: []})
  );
  await writeLightFiles(release);
  expect(readPart(join(folder, "names-primary.json.gz"))).toEqual(["Alder", null, "Birch", null]);
  expect(readPart(join(release, "partnership/shards.json.gz"))).toBe(8);
});
