import {describe, expect, test} from "vitest";
import {defaultPlan} from "../../pipelines/synthetic-england/plan.ts";
import {readPlan} from "../../pipelines/synthetic-england/read-plan.ts";
import {UserError} from "../../src/library/errors.ts";

const read = (plan: unknown) => readPlan(JSON.stringify(plan), "mine.json");

/** The message and the fix of the UserError that reading throws. */
function describeError(text: string): {message: string; fix: string} {
  try {
    readPlan(text, "mine.json");
  } catch (error) {
    if (error instanceof UserError) return {message: error.message, fix: error.fix};
    throw error;
  }
  throw new Error("nothing was thrown");
}

describe("readPlan(text, file)", () => {
  test("is the default of an empty plan", () => {
    expect(read({})).toEqual(defaultPlan);
  });

  test("reads back the whole default as it is written beside a sample", () => {
    expect(read(defaultPlan)).toEqual(defaultPlan);
  });

  test("puts what is given over the default, however deep, and leaves the rest", () => {
    const plan = read({level: {shock: 0.5}, selection: {on: {level: 0}}});
    expect(plan).toEqual({
      ...defaultPlan,
      level: {...defaultPlan.level, shock: 0.5},
      selection: {...defaultPlan.selection, on: {...defaultPlan.selection.on, level: 0}}
    });
  });

  test("takes a list of effects in place of the default’s", () => {
    const effect = {
      partnership_type: "any",
      role: "supported",
      outcome: "attainment",
      early: 0,
      development: 0.1,
      longer_term: 0.2
    };
    expect(read({effects: [effect]}).effects).toEqual([effect]);
  });

  const effect = {
    partnership_type: "federation",
    role: "member",
    outcome: "behaviour",
    early: 0,
    development: 0,
    longer_term: 0
  };

  test.each<[string, unknown, string, string]>([
    ["a name no plan has", {shcools: 600}, "mine.json: shcools: no plan has this", "choose from seed, schools"],
    ["a name no plan has further down", {level: {walks: 1}}, "mine.json: level.walks: no plan has this", "intake"],
    ["a text for a number", {schools: "600"}, 'mine.json: schools: "600" is not possible', "whole number from 60"],
    ["too many schools", {schools: 50_000}, "mine.json: schools: 50000 is not possible", "from 60 to 24000"],
    ["half a school", {schools: 600.5}, "mine.json: schools: 600.5 is not possible", "whole number"],
    ["a shock that never fades", {level: {ar1: 1}}, "mine.json: level.ar1: 1 is not possible", "from 0 to 0.99"],
    ["shares that do not add up", {shares: {primary: 0.5}}, "mine.json: shares: they add up to 0.785", "add up to 1"],
    ["a band upside down", {selection: {member: [0.5, 0.4]}}, "mine.json: selection.member: [0.5,0.4]", "two shares"],
    [
      "nobody to choose",
      {selection: {on: {level: 0, bad_year: 0, none: 0}}},
      "selection.on: every weight is 0",
      "above 0"
    ],
    ["a number for an object", {costs: 5}, "mine.json: costs: 5 is no object", "multi_academy_trust"],
    ["a plan that is a list", [], "mine.json: the whole: [] is no object", "schools"],
    ["effects that are no list", {effects: {}}, "mine.json: effects: {} is no list", "[] plants nothing"],
    [
      "a role nobody has",
      {effects: [effect, {...effect, role: "leader"}]},
      'mine.json: effects[1].role: "leader" is not known',
      "choose from supported, supporter, member"
    ],
    [
      "no kind",
      {effects: [{...effect, partnership_type: undefined}]},
      "effects[0].partnership_type: nothing is not known",
      "any, multi_academy_trust"
    ],
    ["no stage", {effects: [{...effect, early: undefined}]}, "effects[0].early: nothing is not possible", "-3 to 3"],
    ["an effect beyond belief", {effects: [{...effect, early: 30}]}, "effects[0].early: 30 is not possible", "-3 to 3"],
    [
      "a share for the disadvantaged of what is no attainment",
      {effects: [{...effect, disadvantaged: 0.2}]},
      "effects[0].disadvantaged: only an effect on attainment has it",
      "take it out"
    ]
  ])("refuses %s, and says where and what to do", (_, plan, message, fix) => {
    const error = describeError(JSON.stringify(plan));
    expect(error.message).toContain(message);
    expect(error.fix).toContain(fix);
  });

  test("refuses what is no JSON", () => {
    expect(describeError("schools: 600").message).toMatch(/^mine\.json: is not JSON: /);
  });
});
