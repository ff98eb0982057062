import {describe, expect, test} from "vitest";
import {areaModel, services, type Answer, type Service} from "../../src/vocabulary/area-model.ts";

const answers = {y: "yes", n: "no", u: "unknown"} as const;
const run = (letters: string) =>
  Object.fromEntries(services.map((id, i) => [id, answers[letters[i] as keyof typeof answers]])) as Record<
    Service,
    Answer
  >;

describe("areaModel(services run), in the order statutory, traded improvement, traded business", () => {
  test.each([
    ["yyy", 1],
    ["yyn", 2],
    ["nyn", 3],
    ["nny", 3],
    ["nyy", 3],
    ["nnn", 4]
  ])("%s is model %i", (letters, model) => {
    expect(areaModel(run(letters))).toEqual({model, possible: [model]});
  });

  test.each(["ynn", "yny"])("%s is no model", (letters) => {
    expect(areaModel(run(letters))).toEqual({model: null, possible: []});
  });

  test.each([
    ["yyu", [1, 2]],
    ["nuu", [3, 4]],
    ["uyn", [2, 3]],
    ["uuu", [1, 2, 3, 4]]
  ])("%s leaves the models %j open", (letters, possible) => {
    expect(areaModel(run(letters))).toEqual({model: null, possible});
  });

  test("an unknown that makes no difference leaves none open", () => {
    expect(areaModel(run("nyu"))).toEqual({model: 3, possible: [3]});
  });

  test("an unknown that could be no model leaves the model open, though one alone is possible", () => {
    expect(areaModel(run("yuy"))).toEqual({model: null, possible: [1]});
  });
});
