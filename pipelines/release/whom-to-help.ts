import {mkdir} from "node:fs/promises";
import {join} from "node:path";
import type {Yearly} from "../../src/analysis/comparison/yearly.ts";
import {valueAt} from "../../src/analysis/comparison/yearly.ts";
import {design} from "../../src/design.ts";
import type {ResultFile} from "../../src/release/results.ts";
import type {PositionYear, WhomFile} from "../../src/release/whom-to-help.ts";
import type {Phase} from "../../src/vocabulary/phase.ts";
import {seeRise} from "../../src/planner/when-visible.ts";
import type {VarianceRow} from "../../src/release/variances.ts";
import {writePart} from "../files/write-part.ts";
import {readPhase, type PhaseSchools} from "../estimates/read-phase.ts";
import {readPool} from "../estimates/read-pools.ts";
import {rows, type Warehouse} from "../warehouse.ts";

const listPhases = () => Object.keys(design.headline) as (keyof typeof design.headline)[];
const ABSENCE = "overall_absence_pct";

/** Writes whom-to-help/: by phase that has a measure of attainment, what a rule may ask of its schools; and which results of RISE there are. */
export async function writeWhomToHelp(
  warehouse: Warehouse,
  release: string,
  variances: readonly VarianceRow[],
  results: readonly Pick<ResultFile, "partnership_type" | "phase" | "measure">[]
): Promise<void> {
  const folder = join(release, "whom-to-help");
  await mkdir(folder, {recursive: true});
  const there: Phase[] = [];
  for (const phase of listPhases()) {
    const file = await makeWhomFile(warehouse, phase);
    if (!file?.attainment.length) continue;
    there.push(phase);
    const variance = variances.find((one) => one.phase === phase && one.measure === file.measures.attainment);
    await writePart(folder, phase, JSON.stringify({...file, sight: seeRise(file, variance)}));
  }
  await writePart(folder, "phases", JSON.stringify(there));
  const names = results.map(({partnership_type, phase, measure}) => `${partnership_type}-${phase}-${measure}`);
  await writePart(folder, "results", JSON.stringify(names.filter((name) => name.startsWith("rise_"))));
}

async function makeWhomFile(warehouse: Warehouse, phase: keyof typeof design.headline): Promise<WhomFile | null> {
  const schools = await readPhase(warehouse, phase);
  if (!schools.ids.length) return null;
  const {ids, names, rolls, data, makeRow} = schools;
  const places = new Map(
    (await readPlaces(warehouse)).map(({school_id, ...place}) => [makeRow.get(school_id) ?? -1, place])
  );
  const authorities = [...new Set([...places.values()].map(({la_name}) => la_name ?? ""))].sort();
  const of = (measure: string) => listPositions(data.past.find((one) => one.measure === measure)?.by);
  const {treatedFrom} = await readPool(warehouse, "governance", schools);
  return {
    phase,
    measures: {attainment: design.headline[phase], absence: ABSENCE},
    ids: [...ids],
    names,
    authority: Array.from(ids, (_, row) => authorities.indexOf(places.get(row)?.la_name ?? "")),
    authorities,
    region: [...data.region],
    regions: [...data.regions],
    easting: Array.from(ids, (_, row) => places.get(row)?.easting ?? null),
    northing: Array.from(ids, (_, row) => places.get(row)?.northing ?? null),
    pupils: Array.from(ids, (_, row) => newestValue(rolls, row)),
    attainment: of(design.headline[phase]),
    absence: of(ABSENCE),
    below: await readBelow(warehouse, schools),
    listed: await readListed(warehouse, schools),
    joined: Array.from(treatedFrom, (year) => (year === Infinity ? null : year === -Infinity ? 0 : year)),
    sight: null
  };
}

const readPlaces = (warehouse: Warehouse) =>
  rows<{school_id: number; la_name: string | null; easting: number | null; northing: number | null}>(
    warehouse,
    "select school_id, la_name, easting::integer as easting, northing::integer as northing from school order by school_id"
  );

/** Years in which two inspections in a row stood below good: those of whoever RISE’s rule would have chosen. */
async function readBelow(warehouse: Warehouse, {makeRow}: PhaseSchools): Promise<WhomFile["below"]> {
  const episodes = await rows<{school_id: number; first: number; ended: number | null}>(
    warehouse,
    `select school_id, (year(joined) + (month(joined) >= 9)::integer)::integer as first,
       (year(left_on) + (month(left_on) >= 9)::integer)::integer as ended
     from membership where partnership_type = 'rise_rule' and joined is not null order by school_id, joined`
  );
  return episodes.flatMap(({school_id, first, ended}) => {
    const row = makeRow.get(school_id);
    return row === undefined ? [] : [[row, first, ended] satisfies WhomFile["below"][number]];
  });
}

/** Schools that a list of RISE says are helped, where anyone can read the list. */
async function readListed(warehouse: Warehouse, {makeRow}: PhaseSchools): Promise<WhomFile["listed"]> {
  const listed = await rows<{school_id: number; cohort: number | null}>(
    warehouse,
    `select school_id, min(role.cohort)::integer as cohort
     from membership join role using (school_id, partnership_type, partnership)
     where partnership_type = 'rise_pairing' and role.role = 'supported' and source_url is not null
     group by school_id order by school_id`
  );
  return listed.flatMap(({school_id, cohort}) => {
    const row = makeRow.get(school_id);
    return row === undefined ? [] : [[row, cohort] satisfies WhomFile["listed"][number]];
  });
}

function listPositions(series: Yearly | undefined): PositionYear[] {
  if (!series) return [];
  const {years, values} = series;
  return years.flatMap((year, column) => {
    const own = Array.from({length: values.length / years.length}, (_, row) => {
      const value = values[row * years.length + column];
      return Number.isNaN(value) ? null : Math.round(100 * value);
    });
    return own.every((value) => value === null) ? [] : [{year, values: own}];
  });
}

function newestValue(series: Yearly, row: number): number | null {
  const year = series.years.findLast((one) => valueAt(series, row, one) > 0);
  return year === undefined ? null : valueAt(series, row, year);
}
