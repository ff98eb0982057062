import {existsSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {romanoWolfSet} from "../../pipelines/validation/reference/romano-wolf.ts";

async function expectAll(folder: string, numbers: number): Promise<void> {
  const rows = await romanoWolfSet.rows(folder);
  expect(rows.length).toBe(numbers);
  expect(rows.filter(({pass}) => !pass)).toEqual([]);
}

describe("many tests", () => {
  it(
    "gives the p-values of wildrwolf within Monte Carlo error, and classical ones to the digit, on data of ours",
    {timeout: 120_000},
    () => expectAll("test/reference/romano_wolf", 60)
  );
});

describe.skipIf(!existsSync("../shared/reference/romano_wolf"))(
  "many tests (needs ../shared/reference/romano_wolf)",
  () => {
    it(
      "gives the p-values of wildrwolf within Monte Carlo error, and classical ones to the digit",
      {timeout: 120_000},
      () => expectAll("../shared/reference/romano_wolf", 60)
    );
  }
);
