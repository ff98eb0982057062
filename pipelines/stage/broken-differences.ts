import {type Difference, differences} from "../../src/published-files/relations.ts";
import type {PublishedFile} from "../read/published-file.ts";
import {quoteName, rows, type Warehouse} from "../warehouse.ts";
import {takeAway} from "./take-away.ts";

/** A file in which fewer rows keep to it, or break it with both figures exchanged, is made by another rule. */
const RULE = {schools: 5, share: 0.9};

/** Three figures that are rounded each. */
const ROUNDING = 2;

/**
 * Takes away figures of schools that do not come to the difference printed with them, such as income less expenditure:
 * all three of a row that stands against the others of its file, or of every row where the file keeps to it only with
 * the two exchanged. The reason for each is `impossible`. Returns what to say of them, with file, row and column.
 */
export async function leaveOutBrokenDifferences(
  warehouse: Warehouse,
  id: number,
  published: PublishedFile,
  positions: ReadonlyMap<string, number>
): Promise<string[]> {
  const warnings: string[] = [];
  for (const one of differences)
    if ([one.difference, one.of, one.less].every((name) => positions.has(name)))
      warnings.push(...(await leaveOut(warehouse, id, published, {one, positions})));
  return warnings;
}

async function leaveOut(
  warehouse: Warehouse,
  id: number,
  {source, file, header}: PublishedFile,
  {one: {difference, of, less}, positions}: {one: Difference; positions: ReadonlyMap<string, number>}
): Promise<string[]> {
  const table = `staged.${source.id}`;
  const [d, a, b] = [difference, of, less].map(quoteName);
  const ofFile = `file_id = ${id} and level = 'school'`;
  const there = `${ofFile} and ${d} is not null and ${a} is not null and ${b} is not null`;
  const broken = `abs(${d} - (${a} - ${b})) > ${ROUNDING}`;
  const [found] = await rows<{schools: number; broken: number; turned: number; first: First | null}>(
    warehouse,
    `select count(*)::integer as schools, count(*) filter (${broken})::integer as broken,
       count(*) filter (abs(${d} + (${a} - ${b})) <= ${ROUNDING})::integer as turned,
       min({"row": source_row::integer, d: ${d}, a: ${a}, b: ${b}}) filter (${broken}) as first
     from ${table} where ${there}`
  );
  const {schools, turned, first} = found;
  const areTurned = turned >= RULE.share * schools;
  if (schools < RULE.schools || !first || (!areTurned && schools - found.broken < RULE.share * schools)) return [];
  await takeAway(warehouse, table, [difference, of, less], `${ofFile} and ${areTurned ? "true" : broken}`);
  const [named, whole, spent] = [difference, of, less].map((name) => header[positions.get(name)!]);
  const others = found.broken > 1 ? ` (and ${found.broken - 1} more such rows)` : "";
  const why = areTurned
    ? `so for ${found.broken} of ${schools} schools, which keep to it with the two exchanged: the columns may have changed places, and none of the three is taken; download the file again`
    : `one of the three is wrong, and none is taken${others}; look the school up where the file was published`;
  return [
    `${file}, row ${first.row}, column ${named}: ${first.d}, though ${whole} of ${first.a} less ${spent} of ${first.b} is ${first.a - first.b}: ${why}`
  ];
}

interface First {
  row: number;
  d: number;
  a: number;
  b: number;
}
