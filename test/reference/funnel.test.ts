import {expect, it} from "vitest";
import {funnelSet} from "../../pipelines/validation/reference/funnel.ts";

it("funnel limits are those of FunnelPlotR", {timeout: 120_000}, async () => {
  const rows = await funnelSet.rows("test/reference/funnel");
  expect(rows.length).toBe(37344);
  expect(rows.filter(({pass}) => !pass)).toEqual([]);
});
