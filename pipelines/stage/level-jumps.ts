import {formatAcademicYear, type AcademicYear} from "../../src/vocabulary/academic-year.ts";
import {measures} from "../../src/vocabulary/measures.ts";
import {columnsRead} from "../../src/published-files/read-columns.ts";
import type {Source} from "../../src/published-files/source.ts";
import {quoteName, rows, type Warehouse} from "../warehouse.ts";
import {listHeldSources, mayHoldYears} from "./held-sources.ts";

/** From one year to the next the middle of the schools’ figures has moved so many times in no real file; fewer schools say little. */
const JUMP = {times: 5, schools: 5};

interface Level {
  year: AcademicYear;
  middle: number;
  file: string;
}

/**
 * What to say of columns that measures read whose figures are many times those of the year before, or a small part of
 * them: another column under the name, another unit, or one that was turned round. They are taken as they are: a year in
 * which something happened looks alike.
 */
export async function findLevelJumps(warehouse: Warehouse, sources: readonly Source[]): Promise<string[]> {
  const warnings: string[] = [];
  const held = await listHeldSources(warehouse);
  for (const source of sources.filter((one) => mayHoldYears(one, held))) {
    const columns = [...columnsRead(measures, source.id, null).keys()].filter(
      (name) => source.columns[name]?.is === "number"
    );
    for (const [column, levels] of await readLevels(warehouse, source, columns)) {
      for (const [i, now] of levels.entries()) {
        const before = levels[i - 1];
        if (before && areComparable(source.id, column, [before.year, now.year]))
          warnings.push(...compareLevels(column, before, now));
      }
    }
  }
  return warnings;
}

/** Whether files of all these years stand in one series of a measure: where a definition changed, so may the level. */
const areComparable = (source: string, column: string, years: readonly AcademicYear[]): boolean =>
  Object.values(measures).some(({comparable_series}) =>
    comparable_series.some(({from, to, read}) =>
      read.some(
        ({source: of, value, pupils, lag = 0}) =>
          of === source &&
          [...(typeof value === "string" ? [value] : [value.count, value.of]), pupils].includes(column) &&
          years.every((year) => year - lag >= from && (to === null || year - lag <= to))
      )
    )
  );

/** By column and year the median among schools that have other than nothing in it, and a file that it is from. */
async function readLevels(
  warehouse: Warehouse,
  {id}: Source,
  columns: readonly string[]
): Promise<[column: string, levels: Level[]][]> {
  if (columns.length === 0) return [];
  const levels = columns.map(quoteName).map(
    (
      own,
      i
    ) => `struct_pack(n := (count(*) filter (${own} <> 0))::integer, middle := (median(abs(${own})) filter (${own} <> 0))::double,
      file := arg_max(file, (staged.file_id, file)) filter (${own} <> 0)) as "${i}"`
  );
  const years = await rows<{year: AcademicYear} & Record<number, Omit<Level, "year"> & {n: number}>>(
    warehouse,
    `select academic_year::integer as year, ${levels.join(", ")}
     from staged.${id} as staged join (select file_id, file from file) as file using (file_id)
     where level = 'school' and academic_year is not null group by academic_year order by academic_year`
  );
  return columns.map((column, i) => [
    column,
    years.flatMap(({year, [i]: {n, middle, file}}) => (n >= JUMP.schools ? [{year, middle, file}] : []))
  ]);
}

function compareLevels(column: string, before: Level, now: Level): string[] {
  const ratio = now.middle / before.middle;
  if (ratio < JUMP.times && ratio > 1 / JUMP.times) return [];
  const how = ratio > 1 ? `${format(ratio)} times` : `1/${format(1 / ratio)} of`;
  return [
    `${now.file}, ${column}: the schools’ figures of ${formatAcademicYear(now.year)} (half of them below ${format(now.middle)}) are about ${how} those of ${formatAcademicYear(before.year)} (${format(before.middle)}): is it the right column, in the right unit?`
  ];
}

const format = (x: number): string => String(Number(x.toPrecision(2)));
