import type {RunFile} from "../src/release/release.ts";
import {earlierStageOnly} from "./outcomes/selected.ts";
import type {FilesRead} from "./read/published-file.ts";
import {findStrange, isNoData} from "./read/strange.ts";
import type {Run} from "./steps.ts";
import {rows, type Warehouse} from "./warehouse.ts";

/** The summary of a run: what was strange, which rows two files held differently, and schools that only an earlier stage has. */
export async function makeRunFile(
  warehouse: Warehouse,
  filesRead: FilesRead,
  {sources, resolved, list_warnings, warnings}: Pick<Run, "sources" | "resolved" | "list_warnings" | "warnings">
): Promise<RunFile> {
  const withNational = sources.filter(({national_rows}) => national_rows).map(({id}) => `'${id}'`);
  const queries = sources
    .filter(({national_rows}) => national_rows)
    .map(({id}) => `select distinct file_id from staged.${id} where level = 'national'`);
  const lacking = await rows<{file: string}>(
    warehouse,
    `select file from file where source in (${withNational.join(", ")}) and file_id not in (${queries.join(" union all ")}) order by file`
  );
  return {
    warnings: [
      ...lacking.map(({file}) => `${file} has no national rows: a reduced file, or one that is cut off`),
      ...filesRead.metadata.filter(({of}) => of === null).map(({file}) => `${file} describes a file that is not here`),
      ...filesRead.metadata
        .filter(({lacks}) => lacks.length > 0)
        .map(({file, of, lacks}) => `${of} lacks ${lacks.join(", ")}, which ${file} describes`),
      ...findStrange(filesRead),
      ...filesRead.unknown.filter(isNoData).map(({file, why}) => `${file} was not read: ${why}`),
      ...warnings,
      ...list_warnings,
      ...filesRead.copies.map(({file, of}) => `${file} is a copy of ${of} and was read once`)
    ],
    resolved,
    earlier_stage: await earlierStageOnly(warehouse)
  };
}
