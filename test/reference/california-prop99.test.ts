import {existsSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {californiaProp99} from "../../pipelines/validation/reference/california-prop99.ts";

const folder = "../shared/reference/california_prop99";

describe.skipIf(!existsSync(folder))("California’s tobacco law (needs ../shared/reference/california_prop99)", () => {
  it("gives the numbers of synthdid, placebo errors drawn in R included", {timeout: 120_000}, async () => {
    const rows = await californiaProp99.rows(folder);
    expect(rows.length).toBe(151);
    expect(rows.filter(({pass}) => !pass)).toEqual([]);
  });
});
