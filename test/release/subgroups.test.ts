import {readdir} from "node:fs/promises";
import {join} from "node:path";
import {expect, test} from "vitest";
import {withoutSubgroups, writeSubgroups} from "../../pipelines/release/subgroups.ts";
import type {ResultFile, SubgroupFile} from "../../src/release/results.ts";
import {result} from "../dashboards/example-result.ts";
import {emptyFolder} from "../support/published-files.ts";
import {readPart} from "../../pipelines/files/read-part.ts";

const part = result({by: {dimension: "model", value: "1", label: "Model 1"}});
const head = {partnership_type: "area", phase: "primary", summary: "", title: ""} as const;
const files: ResultFile[] = [
  {...head, measure: "a", results: [result(), part]},
  {...head, measure: "b", results: [result()]}
];

test("pages take the results of all schools of a kind", () => {
  expect(files.map(withoutSubgroups).map(({results}) => results)).toEqual([[result()], [result()]]);
});

test("results of subgroups have a file of their own where there are any", async () => {
  const folder = await emptyFolder();
  await writeSubgroups(files, folder);
  expect(await readdir(join(folder, "subgroups"))).toEqual(["area-primary-a.json.gz"]);
  const {results} = readPart<SubgroupFile>(join(folder, "subgroups/area-primary-a.json.gz"));
  expect(results.map(({by}) => by)).toEqual([part.by]);
});
