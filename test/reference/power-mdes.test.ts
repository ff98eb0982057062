import {expect, it} from "vitest";
import {powerMdes} from "../../pipelines/validation/reference/power-mdes.ts";

it("minimum detectable effects are those of PowerUpR", {timeout: 120_000}, async () => {
  const rows = await powerMdes.rows("test/reference/power_mdes");
  expect(rows.length).toBe(1104);
  expect(rows.filter(({pass}) => !pass)).toEqual([]);
});
