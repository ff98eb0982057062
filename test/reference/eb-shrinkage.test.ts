import {existsSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {ebShrinkage} from "../../pipelines/validation/reference/eb-shrinkage.ts";

async function expectAll(folder: string, numbers: number): Promise<void> {
  const rows = await ebShrinkage.rows(folder);
  expect(rows.length).toBe(numbers);
  expect(rows.filter(({pass}) => !pass)).toEqual([]);
}

describe("meta-analysis and shrinkage", () => {
  it("gives the answers of metafor, on data of ours", {timeout: 120_000}, () =>
    expectAll("test/reference/eb_shrinkage", 1016)
  );
});

describe.skipIf(!existsSync("../shared/reference/eb_shrinkage"))(
  "meta-analysis and shrinkage (needs ../shared/reference/eb_shrinkage)",
  () => {
    it("gives the answers of metafor", {timeout: 120_000}, () => expectAll("../shared/reference/eb_shrinkage", 1668));
  }
);
