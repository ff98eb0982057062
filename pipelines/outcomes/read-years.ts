import type {ReadYears} from "../../src/vocabulary/why-no-outcome.ts";
import {rows, type Warehouse} from "../warehouse.ts";

/** Of every source with a file in the warehouse, the academic years that its school rows are of. */
export async function readYears(warehouse: Warehouse): Promise<ReadYears[]> {
  const sources = await rows<{source: string}>(warehouse, "select distinct source from file order by source");
  return Promise.all(
    sources.map(async ({source}) => {
      const found = await rows<{year: number}>(
        warehouse,
        `select distinct academic_year::integer as year from staged.${source}
         where level = 'school' and academic_year is not null order by year`
      );
      return {source, years: found.map(({year}) => year)};
    })
  );
}
