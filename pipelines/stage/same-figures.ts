import {formatAcademicYear} from "../../src/vocabulary/academic-year.ts";
import {measures} from "../../src/vocabulary/measures.ts";
import {columnsRead} from "../../src/published-files/read-columns.ts";
import type {Source} from "../../src/published-files/source.ts";
import {quoteName, rows, type Warehouse} from "../warehouse.ts";
import {listHeldSources, mayHoldYears} from "./held-sources.ts";

/**
 * In no published file do half of the schools have the figure of the year before again in more than half of its columns, where
 * figures take so many values, nor nine tenths of them in one.
 */
const SAME = {share: 0.5, column: 0.9, schools: 20, values: 20};

interface Year {
  year: number;
  file: string;
  [column: string]: number | string | null;
}

/**
 * What to say of years in which most schools have the very figures of the year before: the file of one year under the
 * name of another, saved in whatever order. They are taken as they are: which year they are of, the rows do not say.
 */
export async function findSameFigures(warehouse: Warehouse, sources: readonly Source[]): Promise<string[]> {
  const warnings: string[] = [];
  const held = await listHeldSources(warehouse);
  for (const source of sources.filter((one) => mayHoldYears(one, held))) {
    const school = ["urn", "laestab"].find((name) => source.columns[name]);
    const columns = [...columnsRead(measures, source.id, null).keys()].filter(
      (n) => source.columns[n]?.is === "number"
    );
    if (school === undefined || columns.length === 0) continue;
    for (const found of await compareYears(warehouse, source, {school, columns})) {
      const shares = columns.map((name) => ({name, share: found[`same ${name}`] as number | null}));
      const judged = shares.flatMap(({name, share}) => (share === null ? [] : [{name, share}]));
      const many = judged.filter(({share}) => share > SAME.share);
      const isFile = 2 * many.length > judged.length;
      const same = many.filter(({share}) => isFile || share >= SAME.column).map(({name}) => name);
      if (same.length === 0) continue;
      const [year, before] = [found.year, found.year - 1].map(formatAcademicYear);
      warnings.push(
        `${found.file}: most schools have in ${year} the very figures of ${before} (${same.join(", ")}): is it a file of another year under this name? Download both again`
      );
    }
  }
  return warnings;
}

/** By year and column the share of schools that have the figure of the year before again; null where too few say. */
function compareYears(
  warehouse: Warehouse,
  {id}: Source,
  {school, columns}: {school: string; columns: readonly string[]}
): Promise<Year[]> {
  const isSame = (name: string) => {
    const [now, before] = [`now.${quoteName(name)}`, `before.${quoteName(name)}`];
    const both = `${now} <> 0 and ${before} <> 0`;
    return `case when count(*) filter (${both}) >= ${SAME.schools} and count(distinct ${now}) filter (${both}) >= ${SAME.values}
      then (count(*) filter (${both} and ${now} = ${before}) / count(*) filter (${both}))::double end as ${quoteName(`same ${name}`)}`;
  };
  const of = `(select file_id, academic_year, ${quoteName(school)} as school, ${columns.map(quoteName).join(", ")}
    from staged.${id} where level = 'school' and ${quoteName(school)} is not null)`;
  return rows<Year>(
    warehouse,
    `select now.academic_year::integer as year, min(file.file) as file, ${columns.map(isSame).join(", ")}
     from ${of} as now
     join ${of} as before on before.school = now.school and before.academic_year = now.academic_year - 1
     join (select file_id, file from file) as file on file.file_id = now.file_id
     group by year order by year`
  );
}
