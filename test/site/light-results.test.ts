import {mkdir, mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {openSpread} from "../../dashboards/components/partnership/spread-file.ts";
import {timedIndex} from "../../dashboards/data/light-index.ts";
import {readPart} from "../../pipelines/files/read-part.ts";
import {writePart} from "../../pipelines/files/write-part.ts";
import {writeLightResults} from "../../pipelines/site/light-results.ts";
import {resultIndex} from "../../src/analysis/index-row.ts";
import type {SpreadFile} from "../../src/release/spread.ts";
import {indexRow} from "../dashboards/example-result.ts";

let release: string;
beforeAll(async () => {
  release = await mkdtemp(join(tmpdir(), "light-"));
});
afterAll(() => rm(release, {recursive: true, force: true}));

test("a site has of parts what is compared, and how far partnerships differ a file for each role that has it, and times by phase", async () => {
  for (const name of ["results", "subgroups"]) await mkdir(join(release, name));
  const units = [
    {schools: 6, raw: 1.5, se: 2, shrunken: 1, low: -2, high: 4},
    {schools: 3, raw: -1, se: 3, shrunken: 0.5, low: -3, high: 3}
  ];
  const across = {same_trend: {partnerships: 2, units}, same_past: {partnerships: 2, units: [...units].reverse()}};
  const head = {partnership_type: "area", phase: "primary", measure: "a", unit: "points", digits: 1, cohorts: [1]};
  const results = [
    {...head, by: null, role: "supported", across},
    {...head, by: null, role: "supporter", across: null}
  ];
  const part = {...head, by: {dimension: "size", value: "1", label: "small"}, role: "supported", schools: 5};
  await writePart(join(release, "results"), "area-primary-a", JSON.stringify({results}));
  await writePart(join(release, "subgroups"), "area-primary-a", JSON.stringify({planned: ["size"], results: [part]}));
  const index = resultIndex([indexRow({phase: "primary"}), indexRow({phase: "special"})]);
  await writeFile(join(release, "results.json"), JSON.stringify(index));
  await writeLightResults(release);
  expect(readPart(join(release, "times/special.json.gz"))).toEqual(timedIndex(index, "special"));
  expect(readPart(join(release, "spread/there.json.gz"))).toEqual(["area-primary-a-supported"]);
  const spread = readPart<SpreadFile>(join(release, "spread/area-primary-a-supported.json.gz"));
  expect([spread.unit, spread.digits]).toEqual(["points", 1]);
  expect(openSpread(spread)).toEqual(across);
  expect(readPart(join(release, "parts/area-primary-a.json.gz"))).toEqual({
    planned: ["size"],
    results: [{...part, cohorts: undefined}]
  });
});
