import {describe, expect, test} from "vitest";
import {
  addressPlan,
  arrangeDesign,
  readNumber,
  readPlan,
  startingPlan
} from "../../dashboards/components/plan/plan-choice.ts";
import type {VarianceRow} from "../../src/release/variances.ts";

const row = (phase: VarianceRow["phase"], measure: string, domain: VarianceRow["domain"]): VarianceRow => ({
  ...{phase, measure, domain, unit: "points", in: null, between_variance: 40, within_variance: 8},
  ...{covariance: [48, 44, 42], pairs: [900, 800, 700], authority_share: 0.05, authority_lag: 3},
  ...{residual_sd_same_trend: 3, residual_sd_same_past: 2.9, school_sd: 9, pupil_sd: null, smallest_effect: 1},
  ...{schools: 300, comparators: 120, pupils: 950}
});
const rows = [
  row("primary", "overall_absence_pct", "attendance"),
  row("secondary", "suspension_rate", "behaviour"),
  row("secondary", "ks4_attainment", "attainment")
];

describe("readPlan(address, rows)", () => {
  test("starts with forty pairs and GCSE results, compared with all there are", () => {
    const {choice, refused} = readPlan(new URLSearchParams(), rows);
    expect(choice).toEqual(startingPlan(rows, {}));
    expect(choice).toMatchObject({phase: "secondary", measure: "ks4_attainment", size: 1, cost: null});
    expect(choice.designs).toEqual([
      {schools: 40, helpers: 40, arrangement: "pairs", before: 3, after: 3, comparators: 120}
    ]);
    expect(refused).toEqual([]);
  });

  test("comes back from the address that it was written to, three designs and all", () => {
    const {choice} = readPlan(
      new URLSearchParams(
        "phase=primary&measure=overall_absence_pct&cost=50000&unit_value=200&persistence=30&size=0.4&designs=3&schools_2=80&arrangement_2=groups&helpers_2=20&after_3=1"
      ),
      rows
    );
    expect(choice.designs.map(({schools, helpers, after}) => [schools, helpers, after])).toEqual([
      [40, 40, 3],
      [80, 20, 3],
      [40, 40, 1]
    ]);
    expect(readPlan(new URLSearchParams(addressPlan(choice)), rows)).toEqual({choice, refused: []});
  });

  test("says what in an address it cannot use, and uses what it can", () => {
    const {choice, refused} = readPlan(
      new URLSearchParams("phase=tertiary&schools=lots&after=9&before=2&schools_2=0&designs=2"),
      rows
    );
    expect(refused).toEqual(["phase “tertiary”", "schools “lots”", "after “9”", "schools of design 2 “0”"]);
    expect(choice.designs[0]).toMatchObject({schools: 40, after: 3, before: 2});
  });
});

describe("arrangeDesign(design)", () => {
  const design = {schools: 30, helpers: 50, before: 3, after: 3, comparators: 100};
  test("gives each school of a pair a helper, and a group no more helpers than schools", () => {
    expect(arrangeDesign({...design, arrangement: "pairs"}).helpers).toBe(30);
    expect(arrangeDesign({...design, arrangement: "groups"}).helpers).toBe(30);
    expect(arrangeDesign({...design, helpers: 10, arrangement: "groups"}).helpers).toBe(10);
  });
});

describe("readNumber(text, range)", () => {
  test.each([
    ["40", 40],
    ["4.5", null],
    ["", null],
    ["1e3", null],
    ["-1", null]
  ])("of “%s” is %s", (text, value) => {
    expect(readNumber(text, {least: 1, most: 500, whole: true})).toBe(value);
  });
});
