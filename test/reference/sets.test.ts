import {existsSync, readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {referenceSets} from "../../pipelines/validation/reference/index.ts";

const readme = readFileSync("test/reference/README.md", "utf8");

describe("sets of reference answers", () => {
  test.each(referenceSets.filter(({ours}) => ours))("$id, which is ours, lies in the project", ({id}) => {
    expect(existsSync(`test/reference/${id}`)).toBe(true);
  });

  test.each(referenceSets)("$id has its row in test/reference/README.md, which says where it lies", ({id, ours}) => {
    const row = readme.split("\n").find((line) => line.startsWith(`| ${id} `));
    expect(row).toBeDefined();
    expect(/\| (here|in part) +\|$/.test(row!)).toBe(ours);
  });
});
