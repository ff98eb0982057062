import {describe, expect, test} from "vitest";
import {design} from "../../src/design.ts";
import {UserError} from "../../src/library/errors.ts";
import {putInForce} from "../../src/plan/in-force.ts";
import {readPlan} from "../../src/plan/read-plan.ts";

const read = (given: unknown) => readPlan(JSON.stringify(given), "protocol.json");

function refusal(given: unknown): {message: string; fix: string} {
  try {
    read(given);
  } catch (error) {
    if (error instanceof UserError) return {message: error.message, fix: error.fix};
    throw error;
  }
  throw new Error("it was read");
}

test("entries are replaced, and all others stay", () => {
  const {plan, replaced} = read({strength: {schools: 40}, base: [-5, -3], margins: {ks4_attainment: 2}});
  expect(replaced).toEqual(["base", "margins", "strength.schools"]);
  expect(plan).toEqual({
    ...design,
    base: [-5, -3],
    margins: {ks4_attainment: 2},
    strength: {...design.strength, schools: 40}
  });
});

test("the project’s plan as a release holds it replaces nothing", () => {
  const {plan, replaced} = read(design);
  expect(replaced).toEqual([]);
  expect(plan).toEqual(design);
});

describe("what is not possible is refused, with the file, the entry, what was found and what is allowed", () => {
  test.each([
    [{strenght: {}}, "strenght", "no such entry", "strength"],
    [{strength: {school: 3}}, "strength.school", "no such entry", "partnerships"],
    [{strength: {schools: "40"}}, "strength.schools", '"40"', "a whole number from 2 to 10000"],
    [{confidence: 1}, "confidence", "1 was found", "0.9999"],
    [{draws: {placebo: 99.5}}, "draws.placebo", "99.5", "a whole number from 99"],
    [{fewest_schools: 2}, "fewest_schools", "2 was found", "from 3"],
    [{base: [-2, -4]}, "base", "[-2,-4]", "[-4, -2]"],
    [{base: [-3, -1]}, "base", "[-3,-1]", "end at -2"],
    [{base: [-9, -2]}, "event_times", "does not hold the base", "holds both"],
    [{covariates: {same_trend: ["free_meals", "own"]}}, "covariates.same_trend.1", '"own"', "log_roll"],
    [{covariates: {same_trend: ["eal"]}}, "covariates.same_trend", '"eal" is first', "free_meals"],
    [{headline: {primary: "ks4_attainment"}}, "headline.primary", "ks4_attainment", "ks2_attainment"],
    [{families: {headline: {special: ["overall_absence_pct", "overall_absence_pct"]}}}, "special", "twice", "once"],
    [{margins: {none: 2}}, "margins.none", "no such entry", "ks4_attainment"],
    [{periods: [{id: "early", from: 0, to: 1}]}, "periods", "early", "longer_term"],
    [{breakdown: {grid: [1, 0.5]}}, "breakdown.grid", "[1,0.5]", "rise"],
    [{cohort: {month: 2, day: 31}}, "cohort", '"day":31', "a day that it has"],
    [[], "as a whole", "[] is no object", "lineage"]
  ])("%j", (given, entry, found, allowed) => {
    const {message, fix} = refusal(given);
    expect(message).toMatch(/^protocol\.json, /);
    expect(message).toContain(entry);
    expect(message).toContain(found);
    expect(fix).toContain(allowed);
  });

  test("a file that is not JSON", () => {
    expect(() => readPlan("strength: 40", "protocol.json")).toThrow(/^protocol\.json: is not JSON/);
  });
});

test("a plan in force is what code reads, until it is put back", () => {
  const before = structuredClone(design);
  const putBack = putInForce(read({confidence: 0.9}).plan);
  expect(design.confidence).toBe(0.9);
  putBack();
  expect(design).toEqual(before);
});
