import {describe, expect, it} from "vitest";
import {askDips, dipFound} from "../../pipelines/bench/truth-dip.ts";

describe("askDips(panels, designs)", () => {
  const dips = askDips(12, [{units: 400, years: 10, persistence: 0.5, chosen: "each_year"}]);

  it("counted from the base window has at most a tenth of the bias of the year before", () => {
    const bias = new Map(dips.map((dip) => [dip.base, Math.abs(dip.bias)]));
    // The bias of the year before is about 1.4; a mean of 12 panels, each with a standard deviation of 0.09, has an error of 0.03.
    expect(bias.get("g−1")!).toBeGreaterThan(1);
    expect(bias.get("window")!).toBeLessThan(bias.get("g−1")! / 10);
  });

  it("is told with a row a design and base", () => {
    const {rows, columns} = dipFound(dips, {command: "npm run bench -- truth"});
    expect(rows).toHaveLength(3);
    for (const row of rows) expect(row).toHaveLength(columns.length);
  });
});
