import {describe, expect, it} from "vitest";
import type {TruthRow} from "../../pipelines/validation/truth-row.ts";
import {claimsFound, coverageFound, powerFound} from "../../pipelines/validation/truth-tables.ts";

const row = (changes: Partial<TruthRow> = {}, low = -1, high = 3): TruthRow => ({
  variant: "planned",
  size: 600,
  seed: 1,
  partnership_type: "multi_academy_trust",
  role: "supported",
  phase: "secondary",
  measure: "ks4_attainment",
  domain: "attainment",
  better: "higher",
  schools: 40,
  partnerships: 12,
  effect: {
    from: 1,
    to: 1,
    low,
    high,
    same_trend: {value: 1, se: 1, low, high},
    same_past: {value: 1, se: 1, low, high}
  },
  verdict: "unclear",
  planted: 1,
  noiseless: {same_trend: 1, same_past: 1},
  small_sample: {same_trend: 1, same_past: 1},
  sd: 10,
  ...changes
});
const many = (count: number, of: TruthRow): TruthRow[] => Array.from({length: count}, () => of);

describe("coverageFound(rows, command)", () => {
  const controlled = many(95, row());
  const missed = row({planted: 9});

  it("holds at 95 in 100, and prints a failure as a failure below", () => {
    const computeShare = (rows: TruthRow[]) => coverageFound(rows, "").rows.find((one) => one[0] === "all")!;
    expect(computeShare([...controlled, ...many(5, missed)]).slice(-4)).toEqual([100, 95, 0, "holds"]);
    expect(computeShare([...controlled, ...many(6, missed)]).at(-1)).toBe("FAILS");
    const found = coverageFound([...controlled, ...many(6, missed)], "");
    expect(found.summary).toMatch(/fall short/);
    expect(found.fails[0]).toBe("all: 94.1% of 101 intervals hold what was planted");
    expect(found.fails.at(-1)).toBe("1 of the 1 cells of size, phase, role and domain at once fall short");
    expect(coverageFound(controlled, "").fails).toEqual([]);
  });

  it("asks A, B and their union of both targets", () => {
    const of = row({planted: 2.5, noiseless: {same_trend: 0.5, same_past: 2.5}});
    of.effect.same_trend = {value: 1, se: 1, low: -1, high: 2};
    of.effect.same_past = {value: 2, se: 1, low: 1, high: 2.2};
    const [all] = coverageFound([of], "").rows;
    expect(all.slice(6, 12)).toEqual([0, 0, 100, 100, 0, 100]);
  });

  it("cuts by size, phase, role and domain, each alone and all at once, and leaves out what has no interval", () => {
    const none = row();
    none.effect = {...none.effect, low: null, high: null};
    const {rows} = coverageFound([row(), row({schools: 10, phase: "primary"}), none], "");
    expect(rows.map((one) => one.slice(0, 4).join(" "))).toEqual([
      "all all all all",
      "30 to 99 all all all",
      "under 15 all all all",
      "all primary all all",
      "all secondary all all",
      "all all supported all",
      "all all all attainment",
      "30 to 99 secondary supported attainment",
      "under 15 primary supported attainment"
    ]);
    expect(rows[0][5]).toBe(2);
  });
});

describe("claimsFound(rows, command)", () => {
  const nothing = {variant: "nothing", planted: 0} as const;

  it("holds where at most 5 in 100 claim, and names the plans that fail", () => {
    const rows = [...many(95, row(nothing)), ...many(5, row({...nothing, verdict: "worse"}))];
    expect(claimsFound(rows, "").rows[0].at(-1)).toBe("holds");
    const found = claimsFound([...rows, row({...nothing, verdict: "better"})], "");
    expect(found.rows[0].at(-1)).toBe("FAILS");
    expect(found.summary).toMatch(/0 claim something in at most 5% of results; 1 fail/);
    expect(found.fails).toEqual(["nothing planted: 5.9% of 101 results claim something"]);
  });

  it("passes no judgement where effects are planted", () => {
    expect(claimsFound(many(9, row({verdict: "better"})), "").rows[0].at(-1)).toBe("");
  });
});

describe("powerFound(rows, command)", () => {
  it("counts claims of what was planted, and of the contrary", () => {
    const wrong = row({verdict: "better", planted: -1});
    const {rows, summary} = powerFound([row({verdict: "better"}), row(), row(), wrong], "");
    expect(rows).toEqual([[expect.any(String), "supported", "0.1 to 0.2", "30 to 99", 1, 4, 25, 25, 0, 0, 100]]);
    expect(summary).toMatch(/25% claim it, and 25% claim the contrary/);
  });
});
