import {mkdir, mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {readPart} from "../../pipelines/files/read-part.ts";
import {writePart} from "../../pipelines/files/write-part.ts";
import {unpackRegister} from "../../src/your-schools/packed-register.ts";
import {writeLightFiles} from "../../pipelines/site/light-files.ts";

let release: string;
beforeAll(async () => {
  release = await mkdtemp(join(tmpdir(), "names-"));
});
afterAll(() => rm(release, {recursive: true, force: true}));

test("a site has a register for lists, names the schools of a phase in the order of its rows, and says how many files hold partnerships", async () => {
  const folder = join(release, "your-schools");
  for (const name of ["your-schools", "partnership", "whom-to-help"]) await mkdir(join(release, name));
  await writeFile(join(release, "partnerships.json"), JSON.stringify({shards: 8, columns: {}}));
  const schools = {
    columns: {
      id: [100, 100, 200],
      urn: [90, 100, 200],
      name: {values: ["Alder", "Old Alder", "Birch"], codes: [1, 0, 2]},
      authority: ["Bradford", "Bradford", "Leeds"],
      laestab: ["3804001", "", "2100012"],
      phase: [null, "primary", "primary"]
    }
  };
  const dates = {urn: [90], opened: [null], closed: ["2016-08-31"], la_code: ["380"], successors: ["100"]};
  await writePart(release, "register", JSON.stringify({columns: dates}));
  await writePart(release, "schools", JSON.stringify(schools));
  await writePart(folder, "phases", JSON.stringify(["primary"]));
  await writePart(
    folder,
    "primary",
    JSON.stringify({phase: "primary", idSteps: [100, 50, 50, 100], past: [], measures: []})
  );
  await writePart(join(release, "whom-to-help"), "phases", JSON.stringify([]));
  await writeLightFiles(release);
  const register = unpackRegister(readPart(join(folder, "register.json.gz")));
  expect(register.map(({urn, id, name, close_date}) => [urn, id, name, close_date])).toEqual([
    [90, 100, "Old Alder", "2016-08-31"],
    [100, 100, "Alder", null],
    [200, 200, "Birch", null]
  ]);
  expect(readPart(join(folder, "names-primary.json.gz"))).toEqual(["Alder", null, "Birch", null]);
  expect(readPart(join(release, "partnership/shards.json.gz"))).toBe(8);
});
