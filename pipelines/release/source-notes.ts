import {group, range} from "d3";
import {formatAcademicYear, type AcademicYear} from "../../src/vocabulary/academic-year.ts";
import type {ReasonRow, SourceRow} from "../../src/release/release.ts";
import {findNewestYear} from "../../src/published-files/published-years.ts";
import type {Source} from "../../src/published-files/source.ts";
import {quoteName, rows, type Warehouse} from "../warehouse.ts";

interface FileRow {
  source: string;
  file_id: number;
  file: string;
  academic_year: number | null;
  stage: string | null;
  snapshot: string | null;
  encoding: string;
  sha256: string;
  rows: number;
  absent: string;
  not_read: string;
  other_year: string;
}

/** What was read of each source: files, rows, numbers, and missing cells by reason. */
export async function makeSourceRows(warehouse: Warehouse, sources: readonly Source[]): Promise<SourceRow[]> {
  const notes: SourceRow[] = [];
  const filesOf = await readFiles(warehouse);
  for (const source of sources) {
    const {id, title, publisher, page, licence, notes: says} = source;
    const files = filesOf.get(id) ?? [];
    const isThere = files.length > 0;
    const schoolRows = isThere ? await schoolRowsByFile(warehouse, id) : new Map<number, FileRows>();
    const {numbers, missing} = isThere ? await makeCells(warehouse, source) : {numbers: 0, missing: []};
    const years = isThere ? await listYears(warehouse, source) : [];
    notes.push({
      id,
      title,
      publisher,
      page,
      licence,
      notes: says ?? null,
      files: files.map(({file_id, file, academic_year, stage, snapshot, encoding, sha256, rows: n}) => ({
        file,
        year:
          academic_year === null
            ? (snapshot ?? schoolRows.get(file_id)?.years ?? null)
            : formatAcademicYear(academic_year),
        stage,
        encoding,
        sha256,
        rows: n,
        school_rows: schoolRows.get(file_id)?.rows ?? 0
      })),
      numbers,
      missing,
      absent: files.filter(({absent}) => absent !== "").map(({file, absent}) => ({file, columns: absent.split(",")})),
      not_read: collectNames(files.map((file) => file.not_read)),
      other_year: collectNames(files.map((file) => file.other_year)),
      years_without: isThere ? yearsWithout(source, years) : []
    });
  }
  return notes;
}

/** The files that were read, by source. */
const readFiles = async (warehouse: Warehouse): Promise<Map<string, FileRow[]>> =>
  group(
    await rows<FileRow>(
      warehouse,
      `select source, file_id::integer as file_id, file, academic_year::integer as academic_year, stage, snapshot::varchar as snapshot, encoding, sha256, "rows",
       array_to_string(absent, ',') as absent, array_to_string(not_read, chr(31)) as not_read, array_to_string(other_year, chr(31)) as other_year
     from file order by academic_year, snapshot, file`
    ),
    ({source}) => source
  );

/** Names that stand in any of these lists, once each. */
const collectNames = (lists: readonly string[]): string[] =>
  [...new Set(lists.flatMap((list) => (list === "" ? [] : list.split("\u001f"))))].sort();

/** The academic years of the school rows of a source. */
async function listYears(warehouse: Warehouse, {id}: Source): Promise<AcademicYear[]> {
  const found = await rows<{year: AcademicYear}>(
    warehouse,
    `select distinct academic_year::integer as year from staged.${id} where level = 'school' and academic_year is not null`
  );
  return found.map(({year}) => year);
}

function yearsWithout({dated, years}: Source, held: readonly AcademicYear[]): AcademicYear[] {
  if (dated === "snapshot") return [];
  const known = new Set([...held, ...(years.not_published ?? [])]);
  return range(years.first, findNewestYear(years) + 1).filter((year) => !known.has(year));
}

/** How many rows of schools a file has, and of which years. */
interface FileRows {
  rows: number;
  years: string | null;
}

async function schoolRowsByFile(warehouse: Warehouse, id: string): Promise<Map<number, FileRows>> {
  const counted = await rows<{file_id: number; rows: number; first: number | null; last: number | null}>(
    warehouse,
    `select file_id::integer as file_id, count(*) filter (level = 'school')::integer as "rows",
       min(academic_year)::integer as first, max(academic_year)::integer as last
     from staged.${id} group by file_id`
  );
  return new Map(
    counted.map(({file_id, rows: n, first, last}) => [
      file_id,
      {
        rows: n,
        years:
          first === null || last === null
            ? null
            : first === last
              ? formatAcademicYear(first)
              : `${formatAcademicYear(first)} to ${formatAcademicYear(last)}`
      }
    ])
  );
}

/** Cells of number columns in school rows: how many hold a number, and how many none, by reason. */
async function makeCells(warehouse: Warehouse, {id, columns}: Source): Promise<Pick<SourceRow, "numbers" | "missing">> {
  const names = Object.entries(columns)
    .filter(([, {is}]) => is === "number")
    .map(([name]) => name);
  if (names.length === 0) return {numbers: 0, missing: []};
  const counted = await rows<{reason: string | null; cells: number}>(
    warehouse,
    `select reason, count(*)::integer as cells from (
       select unnest([${names.map((name) => quoteName(`${name}_missing`)).join(", ")}]) as reason from staged.${id} where level = 'school'
     ) group by reason order by cells desc, reason`
  );
  return {
    numbers: counted.find(({reason}) => reason === null)?.cells ?? 0,
    missing: counted.filter((c): c is {reason: string; cells: number} => c.reason !== null)
  };
}

/** Every reason a value can be missing for, what it means, and the codes that stand for it. */
export async function makeReasonRows(warehouse: Warehouse): Promise<ReasonRow[]> {
  const found = await rows<{reason: string; meaning: string; codes: string | null}>(
    warehouse,
    `select reason, meaning, string_agg(distinct code, ' ' order by code) as codes
     from reason left join missing_code using (reason) group by all order by reason`
  );
  return found.map(({reason, meaning, codes}) => ({reason, meaning, codes: codes?.split(" ") ?? []}));
}
