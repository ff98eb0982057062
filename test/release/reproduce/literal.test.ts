import {expect, test} from "vitest";
import {toPython, toR} from "../../../pipelines/release/reproduce/literal.ts";

const constants = {base: [-4, -2], copy: 1e-9, past: {primary: ["a^2", 'said "b"']}, floor: "free_meals"};

test("constants are a list in R", () => {
  expect(toR("plan", constants)).toBe(
    'plan <- list(\n  base = c(-4, -2),\n  copy = 1e-9,\n  past = list(primary = c("a^2", "said \\"b\\"")),\n  floor = "free_meals"\n)'
  );
});

test("and a dictionary in Python", () => {
  expect(toPython("PLAN", constants)).toBe(
    'PLAN = {\n    "base": [-4,-2],\n    "copy": 1e-9,\n    "past": {"primary":["a^2","said \\"b\\""]},\n    "floor": "free_meals",\n}'
  );
});
