import {ofFewer, shares, type Share} from "../../src/published-files/relations.ts";
import {pickFound} from "../read/pick-found.ts";
import type {PublishedFile} from "../read/published-file.ts";
import {quoteName, rows, type Warehouse} from "../warehouse.ts";
import {takeAway} from "./take-away.ts";

/** In every real file at hand the ranks of the two correlate at 0.97 or more, whichever pupils are counted. */
const RANKS = {schools: 10, values: 5, correlation: 0.8};

/** In no real file at hand are more than an eighth of the percentages that can be judged no share of whole pupils. */
const WHOLE = {rows: 5, share: 0.5};

/**
 * Says of percentages that have nothing to do with the number and the total in their own rows: one of the columns was
 * sorted or moved by itself. Share and part are not taken, with the reason `impossible`. Where no number stands beside a
 * percentage, those that are no share of a whole number of pupils are said, and taken as they are.
 */
export async function leaveOutBrokenShares(
  warehouse: Warehouse,
  id: number,
  published: PublishedFile,
  positions: Positions
): Promise<string[]> {
  const warnings: string[] = [];
  const from = `staged.${published.source.id} where file_id = ${id} and level = 'school'`;
  const there = shares.filter((one) => [one.share, one.part, one.whole].every((name) => positions.has(name)));
  for (const one of await pickFound(warehouse, there, {test: isApart, from}))
    warnings.push(...(await leaveOutShare(warehouse, id, published, {one, positions})));
  const judged = new Set(there.map(({share}) => share));
  const alone = Object.entries(published.source.columns).flatMap(([name, {total}]) => {
    if (!name.endsWith("_pct") || typeof total !== "object" || judged.has(name) || ofFewer.has(name)) return [];
    return positions.has(name) && positions.has(total.weight) ? [{name, pupils: total.weight}] : [];
  });
  const inTenths = new Set(await pickFound(warehouse, alone, {test: hasTenths, from}));
  const rounded = alone.map((one) => ({...one, half: inTenths.has(one) ? 0.05 : 0.5}));
  for (const one of await pickFound(warehouse, rounded, {test: isNoWhole, from}))
    warnings.push(...(await findNoWholePupils(warehouse, id, published, {one, positions})));
  return warnings;
}

/** A percentage of pupils, and half of the last place to which it is printed. */
interface Rounded {
  name: string;
  pupils: string;
  half: number;
}

const count = ({part, whole, times}: Share): string => `${times} * ${quoteName(part)} / ${quoteName(whole)}`;

/** More apart than rounding makes it. */
const isApart = (one: Share): string =>
  `${quoteName(one.whole)} > 0 and abs(${quoteName(one.share)} - ${count(one)}) > 1`;

const isCounted = ({pupils}: {pupils: string}): string =>
  `${quoteName(pupils)} > 0 and ${quoteName(pupils)} = round(${quoteName(pupils)})`;

const hasTenths = (one: {name: string; pupils: string}): string =>
  `${isCounted(one)} and ${quoteName(one.name)} <> round(${quoteName(one.name)})`;

/** No share of a whole number of pupils. */
function isNoWhole({name, pupils, half}: Rounded): string {
  const [printed, all] = [quoteName(name), quoteName(pupils)];
  return `${isCounted({pupils})} and abs(${printed} - 100 * round(${printed} * ${all} / 100) / ${all}) > ${half} + 1e-6`;
}

type Positions = ReadonlyMap<string, number>;

async function leaveOutShare(
  warehouse: Warehouse,
  id: number,
  {source, file, header}: PublishedFile,
  {one, positions}: {one: Share; positions: Positions}
): Promise<string[]> {
  const table = `staged.${source.id}`;
  const ofFile = `file_id = ${id} and level = 'school'`;
  const {share, part, whole} = one;
  const [found] = await rows<{schools: number; least: number; correlation: number | null; first: First | null}>(
    warehouse,
    `with pair as (
       select source_row, ${quoteName(share)} as printed, ${count(one)} as counted
       from ${table} where ${ofFile} and ${quoteName(whole)} > 0 and ${quoteName(share)} is not null and ${quoteName(part)} is not null
     ), ranked as (
       select *, percent_rank() over (order by printed) as a, percent_rank() over (order by counted) as b from pair
     )
     select count(*)::integer as schools, least(count(distinct printed), count(distinct counted))::integer as least, corr(a, b order by source_row) as correlation,
       min({"row": source_row::integer, printed: printed, counted: round(counted, 1)}) filter (abs(printed - counted) > 1) as first
     from ranked`
  );
  const {schools, least, correlation, first} = found;
  if (schools < RANKS.schools || least < RANKS.values || !first) return [];
  if (correlation === null || correlation >= RANKS.correlation) return [];
  await takeAway(warehouse, table, [share, part], ofFile);
  const [of, to, over] = [share, part, whole].map((name) => header[positions.get(name)!]);
  return [
    `${file}, row ${first.row}, column ${of}: ${first.printed}, though ${to} over ${over} gives ${first.counted}; through the file the two have little to do with each other: one of the three columns was sorted or moved by itself, or is another; neither ${of} nor ${to} is taken; download the file again`
  ];
}

interface First {
  row: number;
  printed: number;
  counted: number;
}

async function findNoWholePupils(
  warehouse: Warehouse,
  id: number,
  {source, file, header}: PublishedFile,
  {one, positions}: {one: Rounded; positions: Positions}
): Promise<string[]> {
  const {name, pupils, half} = one;
  const [found] = await rows<{no: number; by_chance: number | null; first: First | null; n: number}>(
    warehouse,
    `with judged as (
       select source_row, ${quoteName(name)} as printed, ${quoteName(pupils)} as pupils, ${isNoWhole(one)} as is_none,
         greatest(0, 1 - (${quoteName(pupils)} + 1) / (1 + 50 / ${half})) as by_chance from staged.${source.id}
       where file_id = ${id} and level = 'school' and ${isCounted(one)} and ${quoteName(name)} is not null
     )
     select (count(*) filter (is_none))::integer as no, (sum(exact(by_chance)))::double as by_chance, count(*)::integer as n,
       min({"row": source_row::integer, printed: printed, counted: pupils}) filter (is_none) as first from judged`
  );
  const {no, by_chance, first, n} = found;
  if (!first || no < WHOLE.rows || no < WHOLE.share * (by_chance ?? 0)) return [];
  const [of, over] = [name, pupils].map((column) => header[positions.get(column)!]);
  return [
    `${file}, row ${first.row}, column ${of}: ${first.printed}% of the ${first.counted} in column ${over} is no whole number of pupils; so it is in ${no.toLocaleString("en-GB")} of ${n.toLocaleString("en-GB")} rows: one of the two columns was sorted, moved or changed by itself; taken as it is; download the file again`
  ];
}
