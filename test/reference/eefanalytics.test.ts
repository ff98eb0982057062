import {existsSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {eefanalytics} from "../../pipelines/validation/reference/eefanalytics.ts";

const folder = "../shared/reference/eefanalytics";

describe.skipIf(!existsSync(folder))("effect sizes of trials (needs ../shared/reference/eefanalytics)", () => {
  it("gives the effect sizes of eefAnalytics, to the decimals it rounds to", {timeout: 120_000}, async () => {
    const rows = await eefanalytics.rows(folder);
    expect(rows.length).toBe(24);
    expect(rows.filter(({pass}) => !pass)).toEqual([]);
  });
});
