import {existsSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {bacon} from "../../pipelines/validation/reference/bacon.ts";

const folder = "../shared/reference/bacon";

describe.skipIf(!existsSync(folder))(`bacondecomp’s panels (needs ${folder})`, () => {
  it("come apart into its comparisons and weights, and no others", async () => {
    const rows = await bacon.rows(folder);
    expect(rows).toHaveLength(88);
    expect(rows.filter(({pass}) => !pass)).toEqual([]);
  });
});
