import {mean} from "d3";
import {describe, expect, it} from "vitest";
import {makeSyntheticEngland} from "../../pipelines/synthetic-england/england.ts";
import {plantBefore, NOTHING, findPlanted} from "../../pipelines/synthetic-england/planted.ts";
import {defaultPlan, type Plan} from "../../pipelines/synthetic-england/plan.ts";
import {readPlan} from "../../pipelines/synthetic-england/read-plan.ts";
import {findCohort} from "../../pipelines/synthetic-england/school.ts";
import {computeEffects} from "../../pipelines/synthetic-england/truth-effects.ts";
import {plantsNothing, variants, type VariantName} from "../../pipelines/synthetic-england/variants.ts";

const names = Object.keys(variants) as VariantName[];
const makePlan = (name: VariantName, schools = 120): Plan => ({...defaultPlan, schools, ...variants[name].changes});

describe.each(names)("the plan %s", (name) => {
  it("is one that a plan file may hold", () => {
    const plan = makePlan(name);
    expect(readPlan(JSON.stringify(plan), "plan.json")).toEqual(plan);
  });

  it("plants effects or nothing, as it says", () => {
    const [effect] = computeEffects(makeSyntheticEngland(makePlan(name)));
    expect(effect === undefined).toBe(plantsNothing(name));
  });
});

describe("what befalls schools before they join", () => {
  /** By event time: what is planted in attainment of the schools chosen for support. */
  const path = (name: VariantName, times: readonly number[]): number[] => {
    const england = makeSyntheticEngland(makePlan(name));
    const planted = findPlanted(england.plan, england.roles);
    const [role] = england.roles.filter((one) => one.role === "supported" && one.selected && one.from > "2013");
    return times.map((e) => planted(role.school, findCohort(role.from) + e).by.attainment);
  };

  it.each([1, 2, 3, 5] as const)("is a dip of %i years, over by the first year that counts", (years) => {
    expect(path(`dip_${years}`, [-years - 1, -years, -1, 0, 4])).toEqual([0, -0.3, -0.3, 0, 0]);
  });

  it("is a decline that ends at joining and stays", () => {
    const [before, first, half, last, since, later] = path("decline", [-9, -8, -5, -1, 0, 4]);
    expect([before, first, half, last, since, later].map((n) => Number(n.toFixed(9)))).toEqual([
      0, -0.05, -0.2, -0.4, -0.4, -0.4
    ]);
  });

  it("is nothing for supporters, members and those of areas, and no effect of joining", () => {
    const england = makeSyntheticEngland(makePlan("dip_3"));
    const spared = england.roles.filter(({role, selected}) => role !== "supported" || selected === null);
    expect(spared.length).toBeGreaterThan(0);
    for (const role of spared) expect(plantBefore(england.plan, role, findCohort(role.from) - 1)).toBe(NOTHING);
    expect([...computeEffects(england)]).toEqual([]);
  });
});

describe("schools chosen after a bad year of something", () => {
  it.each([
    ["behaviour", "chosen_on_suspensions"],
    ["attendance", "chosen_on_absence"]
  ] as const)("had one of %s", (of, name) => {
    const {roles} = makeSyntheticEngland(makePlan(name, 2400));
    const chosen = roles.filter(({selected, role}) => role === "supported" && selected === "bad_year");
    const before = mean(chosen, ({school: {path}, from}) => path.passing[of][findCohort(from) - 1 - path.first]);
    // The lowest third of a standard normal distribution lies 1.09 below its mean.
    expect(before).toBeCloseTo(-1.09, 0);
    expect(mean(chosen, ({school: {path}, from}) => path.shock[findCohort(from) - 1 - path.first])).toBeCloseTo(0, 1);
  });
});
