import {roleSources} from "../../src/vocabulary/partnership-types/index.ts";
import {quote, type Warehouse} from "../warehouse.ts";
import {makeQuery} from "./text.ts";

/** Makes what the queries of the release have in common: macros, and role_meaning, what a role rests on in words. */
export async function prepareQueries(warehouse: Warehouse): Promise<void> {
  const lines = Object.entries(roleSources).map((line) => `(${line.map(quote).join(", ")})`);
  await warehouse.run(await makeQuery("macros"));
  await warehouse.run(
    `create or replace temp table role_meaning as select * from (values ${lines.join(", ")}) as m(role_source, meaning)`
  );
}
