import type {Effect, Result, ResultFile} from "../../../src/release/results.ts";
import {appendColumns, type Warehouse} from "../../warehouse.ts";

/** Of a result, the effect of each period since joining. */
const perPeriod = {
  overall: ({effect}) => effect,
  early: ({periods}) => periods.early,
  development: ({periods}) => periods.development,
  longer_term: ({periods}) => periods.longer_term
} satisfies Record<string, (result: Result) => Effect | null>;

/** result_error: a row a result and period since joining, with the estimate and standard error under each assumption. */
export async function makeResultErrors(warehouse: Warehouse, files: readonly ResultFile[]): Promise<void> {
  await warehouse.run(`
    create or replace table result_error (id varchar, period varchar, effect_same_trend double, se_same_trend double,
      effect_same_past double, se_same_past double)`);
  const found = files.flatMap(({results}) =>
    results.flatMap((result) =>
      Object.entries(perPeriod).flatMap(([period, find]) => {
        const effect = find(result);
        return effect === null ? [] : [{id: result.id, period, ...effect}];
      })
    )
  );
  if (found.length === 0) return;
  await appendColumns(warehouse, "result_error", [
    {type: "varchar", values: found.map(({id}) => id)},
    {type: "varchar", values: found.map(({period}) => period)},
    {type: "double", values: found.map(({same_trend}) => same_trend.value)},
    {type: "double", values: found.map(({same_trend}) => same_trend.se)},
    {type: "double", values: found.map(({same_past}) => same_past.value)},
    {type: "double", values: found.map(({same_past}) => same_past.se)}
  ]);
}
