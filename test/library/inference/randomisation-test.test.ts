import {mean, randomLcg} from "d3";
import {describe, expect, it} from "vitest";
import type {LongPanel} from "../../../src/library/panel/long-panel.ts";
import {randomisationTest} from "../../../src/library/inference/randomisation-test.ts";
import {randomPanel} from "../../support/random-panel.ts";

/** The difference in mean last outcomes of treated and other units. */
const difference = ({cohort, unit, period, outcome}: LongPanel): number => {
  const last = Math.max(...period);
  const values = (isTreated: boolean) =>
    [...unit.keys()]
      .filter((row) => period[row] === last && cohort[unit[row]] < Infinity === isTreated)
      .map((row) => outcome[row]);
  return mean(values(true))! - mean(values(false))!;
};

describe("randomisationTest(panel, statistic)", () => {
  const options = {draws: 99, source: randomLcg(1)};

  it("keeps the number of units of each cohort", () => {
    const panel = randomPanel({units: 20});
    const sizes = (of: LongPanel) => [...of.cohort].sort().join();
    const seen = new Set<string>();
    randomisationTest(panel, (of) => (seen.add(sizes(of)), 0), options);
    expect([...seen]).toEqual([sizes(panel)]);
  });

  it("deals clusters as wholes where each is of one cohort", () => {
    const panel = randomPanel({units: 20, clusterSize: 4});
    const whole = {...panel, cohort: panel.cohort.map((_, u) => panel.cohort[4 * panel.cluster[u]])};
    randomisationTest(
      whole,
      (of) => {
        of.cohort.forEach((g, u) => expect(g).toBe(of.cohort[4 * of.cluster[u]]));
        return 0;
      },
      options
    );
  });

  it("gives the least p there is where nothing comes near, and 1 where all are as far", () => {
    const panel = randomPanel({units: 30});
    const last = (of: LongPanel) => (of === panel ? 100 : 1);
    expect(randomisationTest(panel, last, options).p).toBe(1 / 100);
    expect(randomisationTest(panel, () => 1, options).p).toBe(1);
  });

  it("leaves out allocations without an answer", () => {
    const panel = randomPanel({units: 30});
    let draw = 0;
    const {p} = randomisationTest(panel, (of) => (of === panel ? 2 : draw++ % 2 ? NaN : 1), options);
    expect(p).toBe(1 / 51);
  });

  it("holds its level: of 200 panels without an effect a tenth or so have p ≤ 0.1", () => {
    const small = Array.from({length: 200}, (_, seed) => {
      const panel = randomPanel({units: 16, periods: 3, seed: seed + 1});
      const source = randomLcg((seed * 0.618) % 1);
      // Cohorts are dealt anew first, so that there is no effect of who was treated.
      const first = randomisationTest(panel, difference, {draws: 1, source});
      expect(first.drawn.length).toBe(1);
      const shuffled = {...panel, outcome: panel.outcome.map((_, row) => Math.sin(1e4 * (row + 1) * (seed + 1)))};
      return randomisationTest(shuffled, difference, {draws: 49, source}).p <= 0.1 ? 1 : 0;
    });
    // Four standard errors of a share of 0.1 in 200.
    expect(Math.abs(mean(small)! - 0.1)).toBeLessThan(4 * Math.sqrt((0.1 * 0.9) / 200));
  });
});
