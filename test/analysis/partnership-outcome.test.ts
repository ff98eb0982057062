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
