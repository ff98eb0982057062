import {expect, test} from "vitest";
import {inAll} from "../../dashboards/components/overview/cannot.ts";
import {chance, facts} from "../../dashboards/components/overview/how-sure.ts";
import {withLosses} from "../../dashboards/components/overview/losses.ts";
import {result} from "./example-result.ts";

test("a chance is told to the nearest twentieth and is never certain", () => {
  expect([0, 0.02, 0.43, 0.96, 0.99].map(chance)).toEqual([
    "less than 5%",
    "less than 5%",
    "about 45%",
    "about 95%",
    "more than 95%"
  ]);
});

test("what is not known is left out of the facts, not told as nothing", () => {
  const names = (d: Parameters<typeof facts>[0]) => facts(d).map(([name]) => name);
  expect(names(result())).toContain("While still a member");
  expect(names(result({while_member: null, probability: null, leave_one_out: null}))).not.toEqual(
    expect.arrayContaining(["While still a member"])
  );
});

test("every step says how many schools it lost", () => {
  expect(withLosses(result().attrition).map(({gone}) => gone)).toEqual([0, 88]);
});

test("what cannot be shown of any role is said once", () => {
  expect(
    inAll([
      ["a", "b"],
      ["b", "c"]
    ])
  ).toEqual(["b"]);
  expect(inAll([])).toEqual([]);
});
