import {expect, test} from "vitest";
import type {AnswerRows} from "../../pipelines/estimates/estimate-pool.ts";
import {fillRows, keepRows, makeEstimateTables, openEstimateTables} from "../../pipelines/estimates/fill-tables.ts";
import type {PhaseSchools} from "../../pipelines/estimates/read-phase.ts";
import {openDuckDB, rows, type Warehouse} from "../../pipelines/warehouse.ts";

const pack = (values: Int32Array | Float64Array) => Buffer.from(values.buffer).toString("base64");

/** One school’s excess, and the regression it is beyond, on a measure. */
const answered = (pool: string, measure: string, change: number): AnswerRows => ({
  expected: [
    {
      ...{measure, pool, cohort: 2015, event_time: 1, assumption: "same_trend", donors: 9, residual_sd: change},
      ...{names: ["constant"], coefficients: [1], centre: [0], scale: [1], dropped: []}
    }
  ],
  excess: [
    {
      ...{measure, pool, rows: 1, row: pack(Int32Array.of(1)), cohort: pack(Int32Array.of(2015))},
      ...{event_time: pack(Int32Array.of(1)), change: pack(Float64Array.of(change))},
      ...{same_trend: pack(Float64Array.of(NaN)), same_past: pack(Float64Array.of(0.5))}
    }
  ]
});

const of = (phase: string) => ({phase, ids: Int32Array.of(7, 8)}) as unknown as PhaseSchools;

const held = async (warehouse: Warehouse) => ({
  excess: await rows(warehouse, "select phase, pool, measure, school_id, change, same_trend from excess order by all"),
  expected: await rows(warehouse, "select phase, pool, measure, residual_sd from expected_change order by all")
});

test("rows of answers that are asked for again stay, and those of others go", async () => {
  const {warehouse, close} = await openDuckDB(":memory:");
  try {
    await openEstimateTables(warehouse);
    const fill = (phase: string, answer: string | null, ...one: Parameters<typeof answered>) =>
      fillRows(warehouse, answered(...one), {answer, schools: of(phase)});
    await fill("primary", "a", "trusts", "reading", 1);
    await fill("primary", "b", "trusts", "absence", 2);
    await fill("primary", "c", "hubs", "reading", 3);
    await fill("secondary", "a", "trusts", "reading", 4);

    await openEstimateTables(warehouse);
    expect(await keepRows(warehouse, "primary", ["a", "d"])).toEqual(new Set(["a"]));
    expect(await keepRows(warehouse, "secondary", ["a"])).toEqual(new Set(["a"]));
    expect(await keepRows(warehouse, "special", ["a"])).toEqual(new Set());
    await fill("primary", "d", "trusts", "absence", 5);
    const row = {pool: "trusts", school_id: 8, same_trend: null};
    expect(await held(warehouse)).toEqual({
      excess: [
        {...row, phase: "primary", measure: "absence", change: 5},
        {...row, phase: "primary", measure: "reading", change: 1},
        {...row, phase: "secondary", measure: "reading", change: 4}
      ],
      expected: [
        {pool: "trusts", phase: "primary", measure: "absence", residual_sd: 5},
        {pool: "trusts", phase: "primary", measure: "reading", residual_sd: 1},
        {pool: "trusts", phase: "secondary", measure: "reading", residual_sd: 4}
      ]
    });
  } finally {
    close();
  }
});

test("rows of answers without a name are filled anew, and tables made again are empty", async () => {
  const {warehouse, close} = await openDuckDB(":memory:");
  try {
    await openEstimateTables(warehouse);
    await fillRows(warehouse, answered("trusts", "reading", 1), {answer: null, schools: of("primary")});
    expect((await held(warehouse)).excess).toHaveLength(1);
    expect(await keepRows(warehouse, "primary", [null])).toEqual(new Set());
    expect(await held(warehouse)).toEqual({excess: [], expected: []});
    await fillRows(warehouse, answered("trusts", "reading", 1), {answer: "a", schools: of("primary")});
    await makeEstimateTables(warehouse);
    expect(await held(warehouse)).toEqual({excess: [], expected: []});
  } finally {
    close();
  }
});
