import {describe, expect, it} from "vitest";
import {baseStudyOf, weightsWhere} from "../../src/analysis/base-study.ts";
import {crossChecksOf} from "../../src/analysis/cross-checks.ts";
import {eventStudyOf} from "../../src/analysis/event-study.ts";
import {simulatedRole} from "../support/simulated-role.ts";

function checksOf(options: Parameters<typeof simulatedRole>[0], unit = 1) {
  const made = simulatedRole(options);
  const {role} = made;
  const study = {...made.study, unit};
  const base = baseStudyOf(role.drawn.cohorts, study, role.joining);
  const weights = weightsWhere(base.differences, () => true);
  const found = eventStudyOf(base.cohorts, base.differences, {...base, weights, unit, draws: 19, seed: 0.5});
  return crossChecksOf(study, role, base, found);
}

describe("crossChecksOf(study, role, base, found)", () => {
  // 60 joiners with luck of variance ½ a year: one year’s mean has a standard error of 0.09, and no estimator counts from less.
  it("finds the effect that was planted by every estimator", () => {
    const found = checksOf({effect: 1, joiners: 60});
    expect(found).toHaveLength(3);
    for (const {value} of found) expect(Math.abs(value - 1)).toBeLessThan(0.5);
  });

  it("takes no bad year before joining for an effect", () => {
    const plain = checksOf({joiners: 60});
    checksOf({joiners: 60, dip: -5}).forEach(({value}, i) => expect(value).toBeCloseTo(plain[i]!.value, 8));
  });

  it("has intervals that hold the estimate, whichever way the unit told runs", () => {
    for (const {value, low, high} of checksOf({joiners: 60}, -2)) {
      expect(low!).toBeLessThan(value);
      expect(high!).toBeGreaterThan(value);
    }
  });

  it("claims no interval where the headline’s comes from draws", () => {
    const found = checksOf({joiners: 20});
    expect(found.map(({low}) => low)).toEqual([null, null, null]);
  });

  it("weighs a synthetic comparator for each of three joiners", () => {
    const [only, ...others] = checksOf({joiners: 3, each: 3, effect: 4, cohorts: [2014]});
    expect(others).toEqual([]);
    expect(only!.label).toMatch(/synthetic/i);
    // Mean of three schools over five years, from three or more years before: a standard error near 0.3.
    expect(Math.abs(only!.value - 4)).toBeLessThan(1.5);
  });

  it("is silent for more joiners in too few partnerships", () => {
    expect(checksOf({joiners: 20, each: 10})).toEqual([]);
  });
});
