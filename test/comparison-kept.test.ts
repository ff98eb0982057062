import {mkdtemp, readdir, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, expect, test} from "vitest";
import {compareAll} from "../pipelines/comparison.ts";
import {openWarehouse} from "../pipelines/warehouse.ts";

const {warehouse, close} = await openWarehouse();
const keep = await mkdtemp(join(tmpdir(), "comparisons-"));
afterAll(async () => {
  close();
  await rm(keep, {recursive: true, force: true});
});

// Sixty schools over nine years; ten joined a trust and ten a federation in 2015.
await warehouse.run("create table school as select range::integer as school_id, false as independent from range(60)");
await warehouse.run(
  `create table outcome as
   select school_id, year::integer as academic_year, 0 as segment, 'ks4_attainment' as measure, 'secondary' as phase,
     50 + 5 * sin(school_id * 7 + year * 3) as value, null::double as bridged
   from school, (select unnest(range(2011, 2020)) as year)`
);
await warehouse.run(
  `create table counted_role as
   select school_id, if(school_id < 10, 'multi_academy_trust', 'federation') as kind, 'supported' as role,
     'p' || school_id % 5 as partnership, 2015 as cohort
   from school where school_id < 20`
);
await warehouse.run("create view membership as from counted_role");

test("comparisons of an earlier run are told again, and made again where members changed", async () => {
  const first = await compareAll(warehouse, keep);
  expect(first.map(({kind, role}) => [kind, role])).toEqual([
    ["multi_academy_trust", "supported"],
    ["federation", "supported"]
  ]);
  expect(first[0]!.rates.length).toBeGreaterThan(0);
  const kept = await readdir(keep);
  expect(kept).toHaveLength(2);

  expect(await compareAll(warehouse, keep)).toEqual(first);
  expect(await readdir(keep)).toEqual(kept);
  expect(await compareAll(warehouse)).toEqual(first);

  await warehouse.run("delete from counted_role where school_id = 19");
  const [trusts, federations] = await compareAll(warehouse, keep);
  expect(trusts).toEqual(first[0]);
  expect(federations!.funnel[0]!.schools).toBe(9);
  expect((await readdir(keep)).filter((name) => kept.includes(name))).toHaveLength(1);
});
