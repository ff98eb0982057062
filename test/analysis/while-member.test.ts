import {describe, expect, it} from "vitest";
import {baseStudyOf, weightsWhere} from "../../src/analysis/base-study.ts";
import {eventStudyOf} from "../../src/analysis/event-study.ts";
import {whileMember} from "../../src/analysis/while-member.ts";
import {simulatedRole} from "../support/simulated-role.ts";

describe("whileMember(study, role)", () => {
  it("is null where nobody left", () => {
    const {role, study} = simulatedRole();
    expect(whileMember(study, role)).toBeNull();
  });

  it("leaves out what happened after leaving", () => {
    const {role, study} = simulatedRole({cohorts: [2014]});
    const {years, values} = study.outcome;
    role.joining.joiners.forEach(({row}) => (role.leftFrom[row] = 2016));
    const before = whileMember(study, role)!;
    for (const {row} of role.joining.joiners) values[row * years.length + 2017 - years[0]!] += 100;
    expect(whileMember(study, role)).toEqual(before);
    const base = baseStudyOf(role.drawn.cohorts, study, role.joining);
    const weights = weightsWhere(base.differences, () => true);
    const {overall} = eventStudyOf(base.cohorts, base.differences, {...base, weights, unit: 1, draws: 9, seed: 0.5});
    // One event time of five moves by a hundred.
    expect(overall!.effect.value - before.value).toBeGreaterThan(10);
  });

  it("keeps the years until then: joiners that left after the last year are told as in the headline", () => {
    const {role, study} = simulatedRole({effect: 1});
    const {years} = study.outcome;
    const {row} = role.joining.joiners[0]!;
    role.leftFrom[row] = years.at(-1)!;
    const base = baseStudyOf(role.drawn.cohorts, study, role.joining);
    const weights = weightsWhere(base.differences, () => true);
    const found = eventStudyOf(base.cohorts, base.differences, {...base, weights, unit: 1, draws: 9, seed: 0.5});
    expect(whileMember(study, role)!.value).toBeCloseTo(found.overall!.effect.value, 12);
  });
});
