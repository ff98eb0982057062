import {describe, expect, it} from "vitest";
import {measureCoverage, simulated} from "../../pipelines/validation/coverage.ts";
import {plannedEffect, plannedPanel, selectedPanel} from "../../pipelines/validation/simulated-panel.ts";

describe("simulated panels", () => {
  it("are the same from the same seed, and others from another", () => {
    const plan = {units: 40, years: 8, persistence: 0.5, chosen: "once"} as const;
    expect(selectedPanel({...plan, seed: 3})).toEqual(selectedPanel({...plan, seed: 3}));
    expect(selectedPanel({...plan, seed: 3}).outcome).not.toEqual(selectedPanel({...plan, seed: 4}).outcome);
  });

  it("choose the eighth of units that did worst in the year before treatment", () => {
    const panel = selectedPanel({seed: 1, units: 400, years: 10, persistence: 0, chosen: "once"});
    const treated = panel.cohort.filter((g) => g < Infinity);
    expect(treated).toHaveLength(50);
    expect(new Set(treated).size).toBe(1);
  });

  it("leave out the share of rows that they should, and share cohorts within clusters", () => {
    const plan = {seed: 1, units: 200, years: 9, treated: 0.4, cohorts: 2, spread: 0, drift: 0};
    const panel = plannedPanel({...plan, clusterSize: 8, missing: 0.15});
    // Four standard errors of a share of 0.15 in 1,800 rows.
    expect(Math.abs(1 - panel.unit.length / 1800 - 0.15)).toBeLessThan(4 * Math.sqrt((0.15 * 0.85) / 1800));
    const byCluster = new Map<number, number>();
    panel.cohort.forEach((g, u) => {
      if (!byCluster.has(panel.cluster[u])) byCluster.set(panel.cluster[u], g);
      expect(byCluster.get(panel.cluster[u])).toBe(g);
    });
  });
});

describe("measureCoverage(simulated, panels)", () => {
  it.each(["balanced", "unbalanced", "few clusters (12 of 8)", "heterogeneous"])(
    "%s: intervals hold the truth about as often as they promise, and estimates are not biased",
    (design) => {
      const panels = 40;
      for (const one of simulated.filter((s) => s.design === design)) {
        const {coverage_pct, bias, sd} = measureCoverage(one, panels);
        // Four standard errors of a share of 0.95 in 40, and of a mean of 40.
        expect(coverage_pct).toBeGreaterThan(95 - 4 * Math.sqrt((0.95 * 0.05) / panels) * 100);
        expect(Math.abs(bias)).toBeLessThan((4 * sd) / Math.sqrt(panels));
        expect(one.truth).toBeGreaterThanOrEqual(plannedEffect);
      }
    }
  );

  it("a dip without an effect: the default’s bias is at most a tenth of that of the year before", () => {
    const ofPreTreatmentDip = simulated.filter(({design}) => design === "dip, AR(1) 0.5, chosen each year");
    const bias = new Map(
      ofPreTreatmentDip.map(
        (one) => [`${one.base} ${one.comparators}`, Math.abs(measureCoverage(one, 30).bias)] as const
      )
    );
    expect(bias.get("-4,-2 not_yet_treated")!).toBeLessThan(bias.get("universal never_treated")! / 10);
  });
});
