import {group, mean, range} from "d3";
import {describe, expect, test} from "vitest";
import {makeSyntheticEngland} from "../../pipelines/synthetic-england/england.ts";
import {expected, live, findState} from "../../pipelines/synthetic-england/life.ts";
import {POINTS} from "../../pipelines/synthetic-england/ks4.ts";
import {computeEffect, NOTHING, findPlanted} from "../../pipelines/synthetic-england/planted.ts";
import {defaultPlan, type PlannedEffect, type Plan} from "../../pipelines/synthetic-england/plan.ts";
import {censusDay, findCohort, on} from "../../pipelines/synthetic-england/school.ts";
import {computeEffects} from "../../pipelines/synthetic-england/truth-effects.ts";

const small: Plan = {...defaultPlan, schools: 120};
const effect = (changes: Partial<PlannedEffect>): PlannedEffect => ({
  partnership_type: "any",
  role: "supported",
  outcome: "attainment",
  early: 0.1,
  development: 0.2,
  longer_term: 0.4,
  ...changes
});

describe("a plan without effects", () => {
  const england = makeSyntheticEngland({...small, effects: []});

  test("changes nothing that is expected of any school", () => {
    expect([...computeEffects(england)]).toEqual([]);
  });

  test("leaves where every school stands as it would be in no partnership", () => {
    const planted = findPlanted(england.plan, england.roles);
    for (const {school} of england.roles) {
      for (const year of range(2011, 2025)) {
        if (!on(school, censusDay(year))) continue;
        const stands = findState(england.seed, school, year, planted(school, year));
        expect(stands).toEqual(findState(england.seed, school, year, NOTHING));
      }
    }
  });
});

describe("an effect", () => {
  const plan: Plan = {...small, effects: [effect({})], heterogeneity: 0};
  const england = makeSyntheticEngland(plan);
  const [role] = england.roles.filter(
    (one) => one.role === "supported" && one.partnership.partnership_type === "multi_academy_trust"
  );
  const cohort = findCohort(role.from);

  test.each([
    [-1, 0],
    [0, 0.1],
    [1, 0.1],
    [2, 0.2],
    [3, 0.2],
    [4, 0.4],
    [9, 0.4]
  ])("at event time %i is %f standard deviations", (event_time, size) => {
    expect(computeEffect(plan, role, cohort + event_time).by.attainment).toBe(size);
  });

  test("is of its role and outcome only", () => {
    const late = computeEffect(plan, role, cohort + 4);
    expect(late.by).toEqual({...NOTHING.by, attainment: 0.4, disadvantaged: 0.4});
    expect(computeEffect(plan, {...role, role: "member"}, cohort + 4)).toEqual(NOTHING);
  });

  test("is the first entry’s that fits", () => {
    const effects = [
      effect({partnership_type: "federation", early: 9}),
      effect({partnership_type: "multi_academy_trust", early: 0.5}),
      effect({})
    ];
    expect(computeEffect({...plan, effects}, role, cohort).by.attainment).toBe(0.5);
  });

  test("on disadvantaged pupils is larger by their share of it", () => {
    const effects = [effect({disadvantaged: 0.5})];
    const late = computeEffect({...plan, effects}, role, cohort + 4);
    expect([late.by.attainment, late.disadvantaged]).toEqual([0.4, 0.2]);
    expect(late.by.disadvantaged).toBeCloseTo(0.6, 12);
  });

  test("is as many times as large as its partnership’s multiplier", () => {
    const partnership = {...role.partnership, multiplier: 2};
    expect(computeEffect(plan, {...role, partnership}, cohort).by.attainment).toBe(0.2);
  });

  test("raises expected Attainment 8 by as many points a standard deviation as is said", () => {
    const secondary = england.roles.find(
      ({school, role: name}) => school.phase === "secondary" && name === "supported"
    )!;
    const before = expected(england.seed, secondary.school, 2019, NOTHING).ks4!;
    const after = expected(england.seed, secondary.school, 2019, computeEffect(plan, secondary, 2019)).ks4!;
    const gain = after.attainment8 / after.pupils - before.attainment8 / before.pupils;
    expect(gain).toBeCloseTo(POINTS.schools * computeEffect(plan, secondary, 2019).by.attainment, 6);
  });
});

describe("multipliers of partnerships", () => {
  test("spread around one as planned", () => {
    const {groups} = makeSyntheticEngland({...small, schools: 6000});
    const all = groups.map(({multiplier}) => multiplier);
    // A standard deviation of a half, cut off at nothing, which 2.3 % of draws are below.
    expect(mean(all)).toBeCloseTo(1, 1);
    expect(Math.min(...all)).toBe(0);
  });

  test("are all one without heterogeneity", () => {
    const {groups} = makeSyntheticEngland({...small, heterogeneity: 0});
    expect(new Set(groups.map(({multiplier}) => multiplier))).toEqual(new Set([1]));
  });
});

describe("spillover", () => {
  const plan: Plan = {...small, effects: [effect({})], heterogeneity: 0, spillover: 0.5};
  const england = makeSyntheticEngland(plan);
  const planted = findPlanted(plan, england.roles);
  const inSomething = group(england.roles, ({school}) => school);
  const neighbours = england.schools.filter(
    (school) =>
      !inSomething.has(school) &&
      england.roles.some(
        ({role, school: {authority, phase}}) =>
          role === "supported" && authority === school.authority && phase === school.phase
      )
  );

  test("gives schools in nothing half of the mean effect on their neighbours", () => {
    for (const school of neighbours) {
      const near = england.roles.filter(
        ({role, school: s}) => role === "supported" && s.authority === school.authority && s.phase === school.phase
      );
      const felt = mean(near, (role) => computeEffect(plan, role, 2019).by.attainment)! / 2;
      expect(planted(school, 2019).by.attainment).toBeCloseTo(felt, 12);
    }
    expect(neighbours.length).toBeGreaterThan(5);
  });

  test("changes nobody in a partnership", () => {
    const without = findPlanted({...plan, spillover: 0}, england.roles);
    for (const school of inSomething.keys()) expect(planted(school, 2019)).toEqual(without(school, 2019));
  });
});

describe("what is drawn of a school", () => {
  const england = makeSyntheticEngland(small);

  test("is the same in whatever order it is asked for", () => {
    const forwards = live(england);
    const backwards = live(england);
    const one = forwards.in(2016)[5];
    const reported = [one.census, one.absence, one.exclusions, one.ks2, one.ks4];
    for (const year of range(2025, 2007, -1)) backwards.in(year);
    const other = backwards.of(one.school, 2016)!;
    const ks4 = other.ks4;
    const ks2 = other.ks2;
    const exclusions = other.exclusions;
    const absence = other.absence;
    expect([other.census, absence, exclusions, ks2, ks4]).toEqual(reported);
  });

  test("does not move when what is planted in it does not reach it", () => {
    const other = makeSyntheticEngland({...small, effects: [effect({outcome: "behaviour"})]});
    const [a, b] = [live(makeSyntheticEngland({...small, effects: []})), live(other)];
    const results = (lives: typeof a) => lives.in(2019).map(({ks4, ks2, absence}) => ({ks4, ks2, absence}));
    expect(results(b)).toEqual(results(a));
  });
});
