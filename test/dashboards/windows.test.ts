import {expect, test} from "vitest";
import {WINDOWS} from "../../dashboards/components/windows.ts";
import {design} from "../../src/design.ts";

test("the pages speak of the windows that the plan uses", () => {
  const {base, before, after, naive} = design;
  expect(WINDOWS).toEqual({base, before, after, naive});
});
