import {expect, test} from "vitest";
import {listHeldMeasures} from "../../pipelines/estimates/held-measures.ts";
import {openWarehouse} from "../../pipelines/warehouse.ts";
import {atEnd} from "../support/at-end.ts";

test("the measures of a phase that have values, in the order of their registry, those of other phases left out", async () => {
  const {warehouse, close} = await openWarehouse();
  atEnd(close);
  await warehouse.run(`create table outcome as select * from (values
    ('overall_absence_pct', 'secondary', 5.0), ('ks4_attainment', 'secondary', 0.1),
    ('unauthorised_absence_pct', 'secondary', null), ('ks2_attainment', 'primary', 0.2)) as _(measure, phase, value)`);
  expect(await listHeldMeasures(warehouse, "secondary")).toEqual(["ks4_attainment", "overall_absence_pct"]);
  expect(await listHeldMeasures(warehouse, "special")).toEqual([]);
});
