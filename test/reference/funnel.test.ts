import {existsSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {funnelSet} from "../../pipelines/validation/reference/funnel.ts";

const folder = "../shared/reference/funnel";

describe.skipIf(!existsSync(folder))("funnel limits (needs ../shared/reference/funnel)", () => {
  it("gives the limits of FunnelPlotR", {timeout: 120_000}, async () => {
    const rows = await funnelSet.rows(folder);
    expect(rows.length).toBe(37344);
    expect(rows.filter(({pass}) => !pass)).toEqual([]);
  });
});
