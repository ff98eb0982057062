import {expect, test} from "vitest";
import {openWarehouse, rows, type Warehouse} from "../../pipelines/warehouse.ts";

/** More rows than a thread takes at once, with many that tie: schools, three days, four names as often as each other. */
const ROWS = 400_000;

interface Found {
  school: number;
  newest: string;
  oldest: string;
  commonest: string;
  total: number;
  mean: number;
}

/** What the queries of the pipeline make of the same rows, written in one order or the other and read by so many threads. */
async function readTied({threads, backwards}: {threads: number; backwards: boolean}): Promise<Found[]> {
  const {warehouse, close} = await openWarehouse();
  await warehouse.run(`set threads = ${threads}`);
  await warehouse.run(`create table said as
    select (i % 50)::integer as school, 'name ' || (i // 50) % 4 as name, date '2019-01-01' + ((i // 1000) % 3)::integer as day, (i % 1009) / 7 as figure
    from (select ${backwards ? `${ROWS - 1} - i` : "i"} as i from range(${ROWS}) as t(i))`);
  const found = await readAll(warehouse);
  close();
  return found;
}

const readAll = (warehouse: Warehouse): Promise<Found[]> =>
  rows<Found>(
    warehouse,
    `select school, newest(name, day) as newest, oldest(name, day) as oldest, commonest(name) as commonest,
       sum(exact(figure))::double as total, avg(exact(figure)) as mean
     from said group by school order by school`
  );

test("of tied words one stands by a rule, and sums have the same last digit, in any order of rows and with any threads", async () => {
  const once = await readTied({threads: 1, backwards: false});
  expect(once).toHaveLength(50);
  expect(new Set(once.map(({newest, oldest, commonest}) => `${newest}, ${oldest}, ${commonest}`))).toEqual(
    new Set(["name 3, name 0, name 3"])
  );
  for (const threads of [1, 2, 4])
    for (const backwards of [false, true]) expect(await readTied({threads, backwards})).toEqual(once);
});

test("a word without a date is heard by neither, and none is none", async () => {
  const {warehouse, close} = await openWarehouse();
  const [found] = await rows(
    warehouse,
    `select newest(name, day) as newest, oldest(name, day) as oldest, commonest(name) as commonest, newest(none, day) as none, commonest(none) as nothing
     from (values ('undated', null, null::varchar), ('dated', date '2019-01-01', null), ('undated', null, null)) as said(name, day, none)`
  );
  expect(found).toEqual({newest: "dated", oldest: "dated", commonest: "undated", none: null, nothing: null});
  close();
});

test("what is exact adds up to the number that stands there: thirds and tenths too", async () => {
  const {warehouse, close} = await openWarehouse();
  const [found] = await rows(
    warehouse,
    "select sum(exact(x))::double as total, sum(exact(y))::double as parts from (select 1 / 10 as x, 1 / 3 as y from range(3))"
  );
  expect(found).toEqual({total: 0.3, parts: 0.999999999999});
  close();
});
