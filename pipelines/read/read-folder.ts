import {mkdir, stat, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {sum} from "d3";
import {PublishedFileError, StrangeFileError} from "../../src/library/errors.ts";
import {readPath} from "../../src/published-files/file-name.ts";
import {placeInTime, type Said} from "../../src/published-files/placed-in-time.ts";
import {recognise} from "../../src/published-files/recognise.ts";
import {whyUnknown} from "../../src/published-files/why-unknown.ts";
import type {Source} from "../../src/published-files/source.ts";
import {formatAcademicYear} from "../../src/vocabulary/academic-year.ts";
import {joinedTable, refuseUnmet, takeAsPublished} from "./as-published.ts";
import {decode, type Encoding} from "./decode.ts";
import {hasTruth, TRUTH} from "./synthetic.ts";
import {listFiles, type Listed} from "./list-files.ts";
import {isList, whatListLacks} from "./own-list.ts";
import {tableNamed} from "./facts-table.ts";
import {checkMetadata, isMetadata, metadataNames} from "./metadata-files.ts";
import type {FilesRead, PublishedFile} from "./published-file.ts";
import {refuseOtherYears} from "./other-years.ts";
import {nothingKnown} from "./nothing-known.ts";
import {isTruth, isWorkbook, openListed, type Found} from "./open-listed.ts";
import {refusePartOfYear} from "./part-of-year.ts";
import {computeSum, firstRows, HEADER_BYTES, readHeader, withoutMark, type Header} from "./read-header.ts";
import {isOfRelease} from "./release-files.ts";
import {withCommas} from "./with-commas.ts";
import {takeSheets, type Sheet} from "./workbook-sheets.ts";

/** Where copies are written, what the person says of files, and which of their own tables are to be read all the same. */
export interface ReadOptions {
  work: string;
  said: Said;
  /** Paths in the folder, or names of files. */
  accept?: readonly string[];
}

/**
 * Reads a folder, at any depth, through symbolic links and into zip archives, and
 * says which published file is what. Decoded copies and members of archives are
 * written to `work`. What is strange but not damaged is left out and reported.
 *
 * Throws a UserError if a file is damaged, or if nothing in the folder can be read.
 */
export async function readFolderFiles(
  folder: string,
  sources: readonly Source[],
  options: ReadOptions
): Promise<FilesRead> {
  const filesRead = await readListed(folder, await listFiles(folder), sources, options);
  refuseUnmet(options.accept ?? [], filesRead);
  if (filesRead.files.length === 0) throw nothingKnown(folder, filesRead, sources);
  return filesRead;
}

/** The same of some of what lies in a folder, whatever it is. */
export async function readListed(
  folder: string,
  listed: readonly Listed[],
  sources: readonly Source[],
  options: ReadOptions
): Promise<FilesRead> {
  await mkdir(options.work, {recursive: true});
  const filesRead: FilesRead = {
    files: [],
    bytes: 0,
    unknown: [],
    left: [],
    accepted: [],
    metadata: [],
    copies: [],
    lists: [],
    tables: []
  };
  const metadata: {file: string; header: readonly string[]; names: string[]}[] = [];
  if (hasTruth(folder) && listed.some(({file}) => isTruth(file)))
    filesRead.unknown.push({file: TRUTH, why: "what was planted in the synthetic England"});
  for await (const found of openListed(folder, listed, sources)) {
    if ("why" in found) {
      filesRead.unknown.push(found);
      continue;
    }
    try {
      await takeOne(filesRead, found, sources, {metadata, options: {...options, folder}});
    } catch (error) {
      if (!(error instanceof StrangeFileError)) throw error;
      filesRead.left.push(error);
    }
  }
  for (const {file, names} of metadata) filesRead.metadata.push(checkMetadata(file, names, filesRead.files));
  filesRead.bytes = sum(await Promise.all(filesRead.files.map(async ({text}) => (await stat(text)).size)));
  return filesRead;
}

async function takeOne(
  filesRead: FilesRead,
  found: Found,
  sources: readonly Source[],
  {
    metadata,
    options
  }: {metadata: {file: string; header: readonly string[]; names: string[]}[]; options: ReadOptions & {folder: string}}
): Promise<void> {
  if (isWorkbook(found.file)) {
    await takeWorkbook(filesRead, found, sources, options);
    return;
  }
  const known = readHeader(found, sources);
  const copy = filesRead.files.find(({sha256}) => sha256 === known.sha256);
  if (copy) takeCopy(filesRead, found, copy);
  else if (isMetadata(known.header))
    metadata.push({
      file: found.file,
      header: known.header,
      names: metadataNames(withoutMark(decode(found.bytes, known.encoding)))
    });
  else await takeFile(filesRead, found, known, sources, options);
}

/** A table with more columns that is nearly a published file is no list of schools. */
const MOST_OF_LIST = 12;

async function takeFile(
  filesRead: FilesRead,
  found: Found,
  known: Header,
  sources: readonly Source[],
  {work, said, accept = [], folder}: ReadOptions & {folder: string}
): Promise<void> {
  const {header, header_row, begins, encoding, separator, sha256} = known;
  const {file, parts, bytes} = found;
  const {source, several, closest} = {several: undefined, closest: null, ...recognise(header, sources)};
  if (several) throw joinedTable(file, several, header_row);
  if (!source) {
    if (isOfRelease(header)) {
      filesRead.unknown.push({
        file,
        why: "a table of a release, which a run made: no list that somebody keeps, and no published file"
      });
      return;
    }
    if (await takeOwn(filesRead, found, header, {encoding, work})) return;
    const why = whyUnknown(file, header, closest, sources);
    const lacks =
      closest && header.length > MOST_OF_LIST
        ? null
        : whatListLacks({file, text: withoutMark(decode(bytes, encoding))}, folder);
    filesRead.unknown.push({file, why: lacks === null ? why : `${why}; ${lacks}`});
    return;
  }
  const start = withoutMark(decode(bytes.subarray(0, HEADER_BYTES), encoding));
  const below = firstRows(start, header_row + 50, separator).data.slice(header_row);
  refusePartOfYear(below, {file, header, header_row, source});
  takeAsPublished(filesRead, {file, header, source, rows: () => below}, {sources, accept});
  const placed = placeInTime(file, source, header, readPath(parts), said);
  refuseOtherYears(below, {file, header, header_row, source, year: placed.year});
  const text = join(work, `${filesRead.files.length}-${sha256.slice(0, 12)}.csv`);
  const plain =
    begins > 0 || separator !== ","
      ? withCommas(withoutMark(decode(bytes, encoding)).slice(begins), {file, header, header_row, separator})
      : asUtf8(bytes, encoding);
  await writeFile(text, plain);
  const ends_open = !/[\r\n]\0?$/.test(bytes.toString("latin1", Math.max(0, bytes.length - 2)));
  filesRead.files.push({
    ...{file, source, header, header_row, encoding, sha256, text, ends_open, workbook: false},
    ...placed
  });
}

/** Leaves out a second copy of a file. Throws where it has the name of another year: which of the two is right, nobody can see. */
function takeCopy(filesRead: FilesRead, {file, parts}: Pick<Found, "file" | "parts">, of: PublishedFile): void {
  const {years} = readPath(parts);
  if (of.year !== null && years.length > 0 && !years.includes(of.year)) {
    throw new PublishedFileError(
      `holds the same bytes as ${of.file}: its name says ${years.map(formatAcademicYear).join(" and ")}, the other ${formatAcademicYear(of.year)}`,
      {file, fix: "download both again, and keep each under its own year"}
    );
  }
  filesRead.copies.push({file, of: of.file});
}

const asUtf8 = (bytes: Buffer, encoding: Encoding): Buffer | string =>
  encoding === "utf-8" ? bytes : decode(bytes, encoding);

/** Takes the sheets of a workbook that sources name, each as a file of its own. */
async function takeWorkbook(
  filesRead: FilesRead,
  {file, parts, bytes}: Found,
  sources: readonly Source[],
  {work, said, accept = []}: ReadOptions
): Promise<void> {
  const sha256 = computeSum(bytes);
  const copy = filesRead.files.find((selected) => selected.sha256 === sha256);
  if (copy) {
    takeCopy(filesRead, {file, parts}, copy);
    return;
  }
  const readText = ({source}: Sheet) => join(work, `${source.id}-${sha256.slice(0, 12)}.csv`);
  const {sheets, why} = await takeSheets(bytes, file, sources, readText);
  if (why) filesRead.unknown.push({file, why});
  for (const {sheet, source, header, header_row, text} of sheets) {
    const name = `${file} › ${sheet}`;
    takeAsPublished(filesRead, {file: name, header, source, rows: () => []}, {sources, accept});
    const placed = placeInTime(file, source, header, readPath(parts), said);
    const read = {file: name, source, header, header_row, encoding: "utf-8" as const, sha256, text};
    filesRead.files.push({...read, ends_open: false, workbook: true, ...placed});
  }
}

/** Takes a partnership’s own list, or a table of facts about partnerships; false if it is neither. */
async function takeOwn(
  filesRead: FilesRead,
  {file, bytes}: Found,
  header: readonly string[],
  {encoding, work}: {encoding: Encoding; work: string}
): Promise<boolean> {
  const text = withoutMark(decode(bytes, encoding));
  const table = tableNamed(header);
  if (table) {
    const other = filesRead.tables.find((one) => one.table === table);
    if (other) {
      throw new PublishedFileError(`is a table of ${table}, and so is ${other.file}`, {
        file,
        row: 1,
        fix: "put the rows of both into one file"
      });
    }
    await mkdir(listTables(work), {recursive: true});
    await writeFile(join(listTables(work), table), text);
    filesRead.tables.push({table, file});
  } else if (isList({file, text})) filesRead.lists.push({file, text});
  else return false;
  return true;
}

/** Where the tables of facts about partnerships that were taken lie. */
export const listTables = (work: string): string => join(work, "partnerships");
