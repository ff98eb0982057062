import {range} from "d3";
import {describe, expect, it} from "vitest";
import type {PhaseSchools} from "../../pipelines/estimates/read-phase.ts";
import {readStudy} from "../../pipelines/estimates/read-study.ts";
import {openDuckDB, rows} from "../../pipelines/warehouse.ts";

const schools = 30_000;

/** Ten years of synthetic absence: rows enough for the database to take them in parallel. */
async function opened() {
  const {warehouse, close} = await openDuckDB(":memory:");
  await warehouse.run(
    `create table school as select i::integer as school_id, false as independent from range(${schools}) t(i)`
  );
  await warehouse.run(
    `create table outcome as
     select i::integer as school_id, y::integer as academic_year, 'overall_absence_pct' as measure, 'primary' as phase, 0 as series_id,
       5 + 2 * sin(i * 12.9898 + y * 78.233) as value, sin(i * 12.9898 + y * 78.233 + cos(i)) as standardised,
       null::double as low, null::double as high
     from range(${schools}) s(i), range(2007, 2017) t(y)`
  );
  return {warehouse, close};
}

const ids = Int32Array.from(range(schools));
const phase = {
  phase: "primary",
  ids,
  makeRow: new Map(range(schools).map((i) => [i, i])),
  rolls: {years: [], values: []}
};

describe("readStudy(warehouse, measure, schools)", () => {
  it("reads the spread between schools as the database does, in the same digits each time", async () => {
    const {warehouse, close} = await opened();
    try {
      const read = async () => (await readStudy(warehouse, "overall_absence_pct", phase as unknown as PhaseSchools))!;
      const [{printed, other}, ...again] = [await read(), await read(), await read()];
      for (const each of again) expect([each.printed, each.other!.unit]).toEqual([printed, other!.unit]);
      const [of] = await rows<{sd: number; per_sd: number}>(
        warehouse,
        "select stddev_samp(value) as sd, regr_slope(value, standardised) as per_sd from outcome where academic_year = 2016"
      );
      expect(printed.sd).toBeCloseTo(of.sd, 9);
      expect(other!.unit).toBeCloseTo(of.per_sd, 9);
    } finally {
      close();
    }
  });
});
