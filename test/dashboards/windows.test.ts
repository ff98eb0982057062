import {expect, test} from "vitest";
import {WINDOWS} from "../../dashboards/components/chart/windows.ts";
import {design} from "../../src/design.ts";

test("the pages speak of the windows that the plan uses", () => {
  const {base, effect, second_base, strength} = design;
  expect(WINDOWS).toEqual({base, after: effect, second_base: second_base.window, pre_trend: strength.pre_trend});
});
