import {columnsRead} from "../../src/published-files/read-columns.ts";
import type {Source} from "../../src/published-files/source.ts";
import {measures} from "../../src/vocabulary/measures.ts";
import {quote, quoteName, rows, type Warehouse} from "../warehouse.ts";
import {makeSetAside} from "./broken-relations.ts";
import {listHeldSources} from "./held-sources.ts";

/** So many schools say of a file what all of them say. */
const SCHOOLS = 1500;

/** Columns that say what pupils a school has; measures are compared by them. */
const intake = ["roll", "fsm6_pct", "fsm_pct", "eal_pct", "disadvantaged_pct"];

/** Columns that no measure reads, of the kind of some that one does: with these those may have changed places. */
const alike = ["teaching_staff", "administrative_supplies", "in_year_balance", "total_income"];

/** Figures of schools in the years of a source, to see one year beside the others. */
export interface SchoolPanel {
  source: string;
  /** Their numbers, by their places. */
  schools: readonly number[];
  columns: readonly string[];
  /** The years that any school has a figure in, in their order, with a file each is from. */
  years: readonly {year: number; file: string}[];
  /** By column and place of the year a figure for every school, NaN for none. */
  figures: ReadonlyMap<string, readonly Float64Array[]>;
  /** The same with those that were taken away because their row contradicts them. */
  printed: ReadonlyMap<string, readonly Float64Array[]>;
}

/** By source the figures that measures read, of some of its schools; sources without schools or figures are left out. */
export async function readSchoolPanels(warehouse: Warehouse, sources: readonly Source[]): Promise<SchoolPanel[]> {
  const panels: SchoolPanel[] = [];
  const held = await listHeldSources(warehouse);
  await makeSetAside(warehouse);
  for (const source of sources.filter(({id}) => held.has(id))) {
    const school = ["urn", "laestab"].find((name) => source.columns[name]);
    const columns = [...new Set([...columnsRead(measures, source.id, null).keys(), ...intake, ...alike])].filter(
      (name) => source.columns[name]?.is === "number"
    );
    if (school !== undefined && columns.length > 0)
      panels.push(await readPanel(warehouse, source.id, {school, columns}));
  }
  return panels;
}

async function readPanel(
  warehouse: Warehouse,
  id: string,
  {school, columns}: {school: string; columns: readonly string[]}
): Promise<SchoolPanel> {
  const of = `staged.${id} where level = 'school' and academic_year is not null and ${quoteName(school)} is not null`;
  const years = await rows<{year: number; file: string}>(
    warehouse,
    `select academic_year::integer as year, min(file) as file
     from (select file_id, academic_year from ${of}) as staged join (select file_id, file from file) as file using (file_id)
     group by year order by year`
  );
  const found = await rows<{school: number; year: number} & Record<string, number | null>>(
    warehouse,
    `with chosen as (
       select school from (select distinct ${quoteName(school)} as school from ${of}) order by hash(school), school limit ${SCHOOLS}
     )
     select ${quoteName(school)}::integer as school, academic_year::integer as year, ${columns.map((name) => `avg(exact(${quoteName(name)}))::double as ${quoteName(name)}`).join(", ")}
     from ${of} and ${quoteName(school)} in (select school from chosen) group by all`
  );
  const place = new Map([...new Set(found.map((row) => row.school))].map((number, i) => [number, i]));
  const placeOfYear = new Map(years.map(({year}, i) => [year, i]));
  const figures = new Map(columns.map((name) => [name, years.map(() => new Float64Array(place.size).fill(NaN))]));
  for (const row of found)
    for (const name of columns)
      figures.get(name)![placeOfYear.get(row.year)!][place.get(row.school)!] = row[name] ?? NaN;
  const printed = new Map([...figures].map(([name, of]) => [name, of.map((year) => year.slice())]));
  const away = await rows<{school: number; year: number; name: string; value: number}>(
    warehouse,
    `select ${quoteName(school)}::integer as school, academic_year::integer as year, name, value
     from set_aside join staged.${id} as staged using (file_id, source_row) where source = ${quote(id)}`
  );
  for (const {school: number, year, name, value} of away) {
    const at = place.get(number);
    if (at !== undefined && printed.has(name)) printed.get(name)![placeOfYear.get(year)!][at] = value;
  }
  return {source: id, schools: [...place.keys()], columns, years, figures, printed};
}

/** The places of schools that have a figure in each of these. */
export function haveAll(...figures: readonly Float64Array[]): number[] {
  const places: number[] = [];
  for (let i = 0; i < figures[0].length; i++) if (figures.every((of) => !Number.isNaN(of[i]))) places.push(i);
  return places;
}

/** Each figure as its rank among the others, from 0 to 1; those alike share the mean of theirs. */
export function rank(figures: Float64Array): Float64Array {
  const order = haveAll(figures).sort((a, b) => figures[a] - figures[b]);
  const ranks = new Float64Array(figures.length).fill(NaN);
  for (let from = 0; from < order.length;) {
    let to = from;
    while (to + 1 < order.length && figures[order[to + 1]] === figures[order[from]]) to++;
    for (let i = from; i <= to; i++) ranks[order[i]] = (from + to) / 2 / Math.max(1, order.length - 1);
    from = to + 1;
  }
  return ranks;
}
