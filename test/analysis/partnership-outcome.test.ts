import {mean} from "d3";
import {expect, test} from "vitest";
import {baseStudyOf} from "../../src/analysis/base-study.ts";
import {partnershipOutcomesOf} from "../../src/analysis/partnership-outcome.ts";
import {simulatedRole} from "../support/simulated-role.ts";
import {design} from "../../src/design.ts";

const {role, study} = simulatedRole({joiners: 12, each: 4});
const base = baseStudyOf(role.drawn.cohorts, study, role.joining);

test("the lines of a partnership lie as far apart as it differed, on average", () => {
  const told = partnershipOutcomesOf(study, role, base).filter(({outcome}) => outcome.absent === null);
  expect(told).toHaveLength(3);
  for (const {outcome, estimate} of told) {
    const [from, to] = design.effect;
    const since = outcome.series.filter(({event_time}) => event_time >= from && event_time <= to);
    expect(mean(since, ({joined, similar}) => joined! - similar!)).toBeCloseTo(estimate, 9);
  }
});

test("a partnership has a time to benefit only where its difference since joining is clearly better", () => {
  const outcomesWith = (effect: number) => {
    const made = simulatedRole({joiners: 80, each: 4, effect});
    const itsBase = baseStudyOf(made.role.drawn.cohorts, made.study, made.role.joining);
    return partnershipOutcomesOf(made.study, made.role, itsBase).map(({outcome}) => outcome);
  };
  const untouched = outcomesWith(0).filter(({verdict}) => verdict !== "better");
  expect(untouched.length).toBeGreaterThan(15);
  for (const {time_to_benefit} of untouched) expect(time_to_benefit).toBeNull();
  const helped = outcomesWith(3).filter(({verdict}) => verdict === "better");
  expect(helped.length).toBeGreaterThan(15);
  for (const {time_to_benefit} of helped) expect(time_to_benefit).toBe(0);
});
