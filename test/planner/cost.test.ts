import {expect, test} from "vitest";
import {costProgramme} from "../../src/planner/cost.ts";
import {describeBreakEven, describeCost, pounds} from "../../src/planner/sentence.ts";

const programme = {schools: 40, after: 3, effect: 2, pupils: 1000};

test("a programme costs its schools for its years, and an effect its share", () => {
  const cost = costProgramme(programme, {cost: 50_000, value: 40_000, persistence: 0});
  expect(cost).toEqual({
    ...{total: 6_000_000, per_unit: 25_000, per_pupil: 50, per_unit_pupil: 25, pays_at: 1.25, break_even: 1}
  });
  expect(describeCost({cost, atLeast: cost}, {unit: "points"})).toBe(
    "It would cost £6 million in all, £50 a pupil a year. An effect of just that size would cost £25,000 for a point in one school for one year."
  );
  expect(describeBreakEven({cost, atLeast: cost}, {unit: "points", digits: 1}, 0)).toBe(
    "By the worth you gave, a year of help pays at 1.3 points. An effect of just the smallest size would have paid for itself after 1 year, if no gain is left once help ends."
  );
});

test("a fall costs as much as a rise of that size", () => {
  const terms = {cost: 50_000, value: null, persistence: 0};
  expect(costProgramme({...programme, effect: -2}, terms)).toEqual(costProgramme(programme, terms));
});

test("what nobody said is not made up", () => {
  const cost = costProgramme({...programme, pupils: null}, {cost: 50_000, value: null, persistence: 0});
  expect([cost.per_pupil, cost.per_unit_pupil, cost.pays_at, cost.break_even]).toEqual([null, null, null, null]);
  expect(describeBreakEven({cost, atLeast: cost}, {unit: "points", digits: 1}, 0)).toBeNull();
});

test("gains that last can pay for help that alone would not", () => {
  const without = costProgramme(programme, {cost: 50_000, value: 20_000, persistence: 0});
  const lasting = costProgramme(programme, {cost: 50_000, value: 20_000, persistence: 0.8});
  expect(without.break_even).toBeNull();
  expect(lasting.break_even).toBe(4);
});

test.each([
  [1_234_567, "£1.2 million"],
  [49_500, "£50,000"],
  [1249, "£1,200"],
  [52.6, "£53"],
  [3.14, "£3.1"]
])("%d is %s", (amount, words) => {
  expect(pounds(amount)).toBe(words);
});
