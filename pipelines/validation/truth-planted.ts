import {existsSync} from "node:fs";
import {join} from "node:path";
import type {Yearly} from "../../src/analysis/comparison/yearly.ts";
import type {Study} from "../../src/analysis/comparison/study.ts";
import {UserError} from "../../src/library/errors.ts";
import {columns, quote, rows, type Warehouse} from "../warehouse.ts";

/** What was planted in one measure, by school and year, in the unit of the study’s outcome; 0 where nothing was. */
export interface Planted {
  /** All that moves results: by every partnership of a school, and what befell it before it joined. */
  all: Yearly;
  /** By partnership type: what its roles did. */
  by: ReadonlyMap<string, Yearly>;
}

/** Makes the tables `planted` and `befallen` from the truth next to a synthetic England, in each measure’s own unit. */
export async function readPlanted(warehouse: Warehouse, folder: string): Promise<void> {
  const read = async (name: string, table: string, types: Record<string, string>, also: string) => {
    const file = join(folder, "truth", name);
    if (!existsSync(file))
      throw new UserError(`${file} is not there`, {
        fix: "give a folder that npm run pav -- sample has written"
      });
    const typed = Object.entries(types).map(([column, type]) => `${column}: '${type}'`);
    await warehouse.run(
      `create or replace temp table ${table} as
       select school_id, academic_year, measure, effect ${also}
       from read_csv(${quote(file)}, header = true, delim = ',', columns = {${typed.join(", ")}})
       join urn_school on urn = school`
    );
  };
  const common = {school: "integer", academic_year: "integer"};
  const figures = {measure: "varchar", effect: "double"};
  const role = {partnership: "varchar", partnership_type: "varchar", role: "varchar"};
  await read(
    "effects.csv",
    "planted",
    {...role, ...common, event_time: "integer", ...figures, again: "boolean"},
    ", partnership_type, again"
  );
  await read("before.csv", "befallen", {...common, ...figures}, "");
}

/**
 * What was planted, on the scale of a study. On the standardised scale an effect is the planted one over that year’s
 * standard deviation as bridging took it; a year without one has none.
 */
export async function scalePlanted(
  warehouse: Warehouse,
  {measure, phase, scale, outcome: {years, values}}: Pick<Study, "measure" | "phase" | "scale" | "outcome">,
  makeRow: ReadonlyMap<number, number>
): Promise<Planted> {
  const spreads = await rows<{year: number; per_sd: number | null}>(
    warehouse,
    `select academic_year::integer as year, regr_slope(value, standardised order by school_id) as per_sd
     from outcome join school using (school_id)
     where measure = ${quote(measure)} and outcome.phase = ${quote(phase)} and not independent and value is not null
     group by academic_year`
  );
  const perSd = new Map(spreads.map(({year, per_sd}) => [year, per_sd]));
  const read = (await columns(
    warehouse,
    `select school_id as school, academic_year as year, partnership_type, not again as counts, effect from planted where measure = ${quote(measure)}
     union all select school_id, academic_year, '', true, effect from befallen where measure = ${quote(measure)}`
  )) as unknown as {
    school?: number[];
    year?: number[];
    partnership_type?: string[];
    counts?: boolean[];
    effect?: number[];
  };
  const makeNothing = (): Yearly => ({
    years,
    values: new Float64Array(values.length)
  });
  const all = makeNothing();
  const by = new Map<string, Yearly>();
  (read.effect ?? []).forEach((effect, i) => {
    const row = makeRow.get(read.school![i]);
    const year = read.year![i];
    const column = year - years[0];
    const unit = scale === "native" ? 1 : (perSd.get(year) ?? 0);
    if (row === undefined || column < 0 || column >= years.length || !unit) return;
    const at = row * years.length + column;
    if (read.counts![i]) all.values[at] += effect / unit;
    const partnership_type = read.partnership_type![i];
    if (partnership_type === "") return;
    if (!by.has(partnership_type)) by.set(partnership_type, makeNothing());
    by.get(partnership_type)!.values[at] += effect / unit;
  });
  return {all, by};
}
