import {basename} from "node:path";
import {StrangeFileError, UserError} from "../../src/library/errors.ts";
import {ownTableSigns} from "../../src/published-files/own-table.ts";
import type {Source} from "../../src/published-files/source.ts";
import {isTooFine} from "../../src/published-files/too-fine.ts";
import type {FilesRead} from "./published-file.ts";

/** What to say of a table that has columns of several datasets. */
export const joinedTable = (file: string, several: readonly string[], row: number): StrangeFileError =>
  new StrangeFileError(
    `holds columns of ${several.join(" and ")}: a table that somebody joined, none that is published`,
    {
      file,
      row,
      fix: "put the files there as downloaded, each by itself"
    }
  );

/** Refuses a table that is somebody’s own, unless the person says it is to be read; notes those that are. */
export function takeAsPublished(
  filesRead: FilesRead,
  {
    file,
    header,
    source,
    rows
  }: {file: string; header: readonly string[]; source: Source; rows: () => readonly (readonly string[])[]},
  {sources, accept}: {sources: readonly Source[]; accept: readonly string[]}
): void {
  const fine = isTooFine(header, source, rows()) ? ["more decimals than are published"] : [];
  const signs = [...ownTableSigns(header, source, sources), ...fine].join(", and ");
  if (!signs) return;
  if (!accept.some((one) => isNamed(file, one))) {
    throw new StrangeFileError(`is like ${source.id}, but not as published: it has ${signs}`, {
      file,
      fix: `put the file there as downloaded, or, to read your own as if it were, run again with --accept “${file}”`
    });
  }
  filesRead.accepted.push({file, signs});
}

/** Whether a person may mean this file: by its path, its own name, or the archive or workbook it is in. */
const isNamed = (file: string, name: string): boolean =>
  [file, file.split(" › ")[0], basename(file.split(" › ").at(-1)!)].includes(name);

/** Throws where a name to accept is of no file that was read: it is mistyped, and what was meant is left out. */
export function refuseUnmet(accept: readonly string[], {files, left}: FilesRead): void {
  const read = [...files.map(({file}) => file), ...left.map(({place}) => place.file)];
  const unmet = accept.find((name) => !read.some((file) => isNamed(file, name)));
  if (unmet === undefined) return;
  throw new UserError(`--accept ${unmet} is the name of no published file or table like one in the folder`, {
    fix: "give the path in the folder or the name of the file, as the lines on what was read write it"
  });
}
