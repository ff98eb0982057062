import {csvFormatRow} from "d3";
import {readFolderFiles} from "../../pipelines/read/read-folder.ts";
import {stage} from "../../pipelines/stage/staged.ts";
import {openWarehouse, quoteName, rows} from "../../pipelines/warehouse.ts";
import type {Source} from "../../src/published-files/source.ts";
import {emptyFolder} from "./published-files.ts";

/**
 * What staging makes of a folder of one source, as CSV: a number as it is, or
 * the reason there is none in brackets; after the rows, the columns of each
 * file that its year should have and has not, or that were not published.
 */
export async function stagedAsText(folder: string, source: Source): Promise<string> {
  const {files} = await readFolderFiles(folder, [source], {work: await emptyFolder(), said: {}});
  const {warehouse, close} = await openWarehouse();
  try {
    await stage(warehouse, files, [source]);
    const described = await rows<{column_name: string}>(warehouse, `describe staged.${source.id}`);
    const names = described.map(({column_name}) => column_name);
    const columns = names.filter(
      (name) => name !== "file_id" && !(name.endsWith("_missing") && names.includes(name.slice(0, -8)))
    );
    const cells = columns.map((name) =>
      names.includes(`${name}_missing`)
        ? `coalesce(${quoteName(name)}::varchar, '(' || ${quoteName(`${name}_missing`)}::varchar || ')') as ${quoteName(name)}`
        : `${quoteName(name)}::varchar as ${quoteName(name)}`
    );
    const staged = await rows<Record<string, string>>(
      warehouse,
      `select file, ${cells.join(", ")} from staged.${source.id} join (select file_id, file from file) using (file_id)
       order by file_id, staged.${source.id}.source_row`
    );
    const read = await rows<Record<string, string>>(
      warehouse,
      `select file, encoding, "rows"::varchar as "rows", array_to_string(absent, ' ') as absent, array_to_string(unpublished, ' ') as unpublished
       from file order by file_id`
    );
    return [
      table(["file", ...columns], staged),
      table(["file", "encoding", "rows", "absent", "unpublished"], read)
    ].join("\n");
  } finally {
    close();
  }
}

/** What staging a folder of one source warns of. */
export async function stagingWarnings(folder: string, source: Source): Promise<string[]> {
  const {files} = await readFolderFiles(folder, [source], {work: await emptyFolder(), said: {}});
  const {warehouse, close} = await openWarehouse();
  try {
    return await stage(warehouse, files, [source]);
  } finally {
    close();
  }
}

const table = (columns: readonly string[], found: readonly Record<string, string>[]): string =>
  [csvFormatRow(columns), ...found.map((row) => csvFormatRow(columns.map((name) => row[name])))].join("\n") + "\n";
