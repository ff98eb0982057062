import {mkdir, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {expect, test} from "vitest";
import {namesUsed} from "../../pipelines/site/names-used.ts";
import {emptyFolder} from "../support/published-files.ts";

const listUsed = async (files: Record<string, string>) => {
  const folder = await emptyFolder();
  await mkdir(join(folder, "components"));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return Object.fromEntries([...(await namesUsed(folder))].map(([name, names]) => [name, [...names].sort()]));
};

test("names in braces count under the name that the package gives them, types not", async () => {
  expect(
    await listUsed({
      "a.md": '```js\nimport {html} from "htl";\n```\n',
      "components/b.ts":
        'import {extent, range as integers, type ScaleLinear} from "d3";\nimport type {Axis} from "d3";\n',
      "components/c.ts": 'import {\n  extent,\n  mean\n} from "d3";\nimport {d} from "./d.js";\n'
    })
  ).toEqual({htl: ["html"], d3: ["extent", "mean", "range"]});
});

test("of a namespace, what stands after its dot counts, types not", async () => {
  const text =
    'import * as Plot from "plot";\nconst m: Plot.Markish = Plot.dot([], {}); Plot.plot({marks: [Plot.ruleX([0])]});\n';
  expect(await listUsed({"components/a.ts": text})).toEqual({plot: ["dot", "plot", "ruleX"]});
});

test("a package imported whole anywhere is not cut down", async () => {
  const files = {"components/a.ts": 'import {x} from "lib";\n', "components/b.ts": 'import lib from "lib";\n'};
  expect(await listUsed(files)).toEqual({});
});
