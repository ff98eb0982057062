import {expect, test} from "vitest";
import {placePanels} from "../../dashboards/components/chart/place-panels.ts";

test.each([
  [358, 3, {across: 1, each: 358}],
  [768, 3, {across: 2, each: 372}],
  [1120, 1, {across: 1, each: 760}],
  [1120, 2, {across: 2, each: 548}],
  [1120, 3, {across: 3, each: 357}]
])("in %d px, %d panels stand %o", (width, count, placed) => {
  expect(placePanels(width, count)).toEqual(placed);
});
