import {describe, expect, test} from "vitest";
import {seeSupported, type Programme} from "../../src/planner/programme.ts";
import {describeBreakEven, describeCost, describeSight, describeUnmeasured} from "../../src/planner/sentence.ts";
import {costProgramme} from "../../src/planner/cost.ts";
import type {VarianceRow} from "../../src/release/variances.ts";

const row: VarianceRow = {
  ...{phase: "secondary", measure: "ks4_attainment", domain: "attainment", unit: "points", in: null},
  ...{between_variance: 40, within_variance: 8, pairs: [900], authority_share: 0.05, authority_lag: 3},
  ...{residual_sd_same_trend: 3, residual_sd_same_past: 2.9, school_sd: 9, pupil_sd: null, smallest_effect: 1},
  ...{schools: 300, comparators: 120, pupils: 950},
  covariance: Array.from({length: 11}, (_, lag) => 40 + 8 * 0.5 ** lag)
};
const forty: Programme = {schools: 40, helpers: 40, comparators: 400, before: 3, after: 3};
const say = (covariance: VarianceRow["covariance"], programme: Programme = forty, share: number | null = 0.05) => {
  const of = {...row, covariance, authority_share: share};
  const sight = seeSupported(programme, of);
  const arrangement = programme.helpers < programme.schools ? ("groups" as const) : ("pairs" as const);
  const text = describeSight(programme, sight, {arrangement, label: "GCSE attainment", row: of, digits: 1});
  return {sight, text};
};

describe("describeSight(programme, sight, words)", () => {
  test("is one number where all years can be compared", () => {
    const {sight, text} = say(row.covariance);
    expect(text).toBe(
      `40 pairs of secondary schools, 3 years before and 3 years since: the smallest effect on GCSE attainment that would be seen four times in five is ${sight!.effect.toFixed(1)} points.`
    );
    expect(describeUnmeasured(sight!)).toBeNull();
  });

  test("is a range where some cannot, and says which and what is taken of them", () => {
    const {sight, text} = say([48, null, 42, 41, null, 40]);
    expect(sight!.least).toBeLessThan(sight!.effect);
    expect(text).toContain(`lies between ${sight!.least!.toFixed(1)} and ${sight!.effect.toFixed(1)} points.`);
    expect(describeUnmeasured(sight!)).toBe(
      "This release holds too few years to compare results 1, 4 and 6 years apart. They are taken to go together no more than results nearer in time, and no less than results further apart: that leaves a range."
    );
  });

  test("is the most it can be where no two years can be compared", () => {
    const {sight, text} = say([48]);
    expect(text).toContain(`is at most ${sight!.effect.toFixed(1)} points.`);
    expect(describeUnmeasured(sight!)).toMatch(/1, 2, 3, 4, 5 and 6 years apart.*only the most it can be\.$/);
  });

  test("says why nothing can be said", () => {
    expect(say(row.covariance, {...forty, schools: 4, helpers: 4}).text).toContain("with fewer than 5 pairs");
    expect(say(row.covariance, {...forty, helpers: 10}, null).text).toContain("so only pairs can be planned");
    expect(say(row.covariance, {...forty, comparators: 0}).text).toContain("without schools to compare with");
    expect(say([]).text).toContain("too few results of this outcome");
  });
});

describe("describeCost(ends, row) and describeBreakEven(ends, printed, persistence)", () => {
  const at = (effect: number) =>
    costProgramme({schools: 40, after: 3, effect, pupils: 950}, {cost: 50_000, value: 30_000, persistence: 0});

  test("are one amount where the smallest effect is one number", () => {
    const cost = at(2);
    expect(describeCost({cost, atLeast: cost}, row)).toBe(
      "It would cost £6 million in all, £53 a pupil a year. An effect of just that size would cost £25,000 for a point in one school for one year."
    );
    expect(describeBreakEven({cost, atLeast: cost}, {unit: "points", digits: 1}, 0)).toContain(
      "would have paid for itself after 1 year, if no gain is left"
    );
  });

  test("are a range where it is one, and one end where the other is not known", () => {
    const [cost, atLeast] = [at(2), at(1)];
    expect(describeCost({cost, atLeast}, row)).toContain("would cost £25,000 to £50,000 for a point");
    expect(describeCost({cost, atLeast: null}, row)).toContain("would cost at least £25,000 for a point");
    for (const late of [atLeast, null])
      expect(describeBreakEven({cost, atLeast: late}, {unit: "points", digits: 1}, 0)).toContain(
        "would have paid for itself after 1 year at the earliest"
      );
  });
});
