import {existsSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {powerMdes} from "../../pipelines/validation/reference/power-mdes.ts";

const folder = "../shared/reference/power_mdes";

describe.skipIf(!existsSync(folder))("minimum detectable effects (needs ../shared/reference/power_mdes)", () => {
  it("gives the effects of PowerUpR", {timeout: 120_000}, async () => {
    const rows = await powerMdes.rows(folder);
    expect(rows.length).toBe(1104);
    expect(rows.filter(({pass}) => !pass)).toEqual([]);
  });
});
