import {basename} from "node:path";
import {StrangeFileError} from "../../src/library/errors.ts";
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
  const name = basename(file.split(" › ").at(-1)!);
  if (!accept.some((one) => [file, file.split(" › ")[0], name].includes(one))) {
    throw new StrangeFileError(`is like ${source.id}, but not as published: it has ${signs}`, {
      file,
      fix: `put the file there as downloaded, or, to read your own as if it were, run again with --accept “${file}”`
    });
  }
  filesRead.accepted.push({file, signs});
}
