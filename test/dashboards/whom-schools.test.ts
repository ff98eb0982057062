import {expect, test} from "vitest";
import {schoolColumns} from "../../dashboards/components/plan/whom-schools.ts";
import type {WhomNow} from "../../src/planner/whom-now.ts";

const file = (easting: number[] | null[]) =>
  ({names: ["Alder"], ids: [100], attainment: [-50], hasPlaces: easting[0] !== null, easting}) as unknown as WhomNow;
const names = (easting: number[] | null[]) => schoolColumns(file(easting)).map(({name}) => name);

test("a table of schools has no column of who could help where the register gives no places", () => {
  expect(names([432_000])).toContain("Who near it could help");
  expect(names([null])).not.toContain("Who near it could help");
  expect(names([null])).toContain("Pupils");
});
