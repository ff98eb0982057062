import {createHash} from "node:crypto";
import {mkdir, writeFile} from "node:fs/promises";
import {basename, join, resolve, sep} from "node:path";
import Papa from "papaparse";
import {PublishedFileError, UserError} from "../src/errors.ts";
import {readPath} from "../src/file-name.ts";
import {findHeader, TITLE_ROWS} from "../src/header.ts";
import {placeInTime, type PlacedInTime, type Said} from "../src/placed-in-time.ts";
import {plainName, recognise} from "../src/recognise.ts";
import type {ListFile} from "../src/lists/table.ts";
import type {Source} from "../src/source.ts";
import {decode, encodingOf, type Encoding} from "./decode.ts";
import {hasTruth, TRUTH} from "./invented.ts";
import {isHidden, listFiles} from "./list-files.ts";
import {tableNamed} from "./partnerships/recognise.ts";
import {readStart, readWhole} from "./read-whole.ts";
import {unzip} from "./unzip.ts";
import {takeSheets, type Sheet} from "./workbook-sheets.ts";

/** A published file that is known: what it is, when, and where its text can be read as UTF-8. */
export interface PublishedFile extends PlacedInTime {
  /** Its path below the folder given, with the path inside an archive after “›”. */
  file: string;
  source: Source;
  header: readonly string[];
  /** The row of the file, or of its sheet, that the header stands in: 1, or below a title. */
  header_row: number;
  encoding: Encoding;
  sha256: string;
  /** A UTF-8 file that DuckDB can read, from the header on: a copy of the very bytes that the checksum is of. */
  text: string;
}

/** What was found in a folder. */
export interface Intake {
  files: PublishedFile[];
  unknown: {file: string; why: string}[];
  /** Metadata files, and what each says that its data file does not bear out. */
  metadata: {file: string; of: string | null; lacks: string[]}[];
  /** Byte-for-byte copies of a file already taken. */
  copies: {file: string; of: string}[];
  /** Lists that partnerships keep themselves, of members or of partnerships. */
  lists: ListFile[];
  /** Tables of facts about partnerships, as those of data/partnerships: the table, and the file it came from. */
  tables: {table: string; file: string}[];
}

interface Found {
  file: string;
  parts: string[];
  bytes: Buffer;
}

/** What is no published file, and why. */
interface LeftOut {
  file: string;
  why: string;
}

/**
 * Reads a folder, at any depth and into zip archives, and says which published
 * file is what. Decoded copies and members of archives are written to `work`.
 *
 * Throws a UserError if a file is damaged or cannot be placed in time, or if
 * nothing in the folder is known.
 */
export async function takeIn(
  folder: string,
  sources: readonly Source[],
  {work, said}: {work: string; said: Said}
): Promise<Intake> {
  await mkdir(work, {recursive: true});
  const intake: Intake = {files: [], unknown: [], metadata: [], copies: [], lists: [], tables: []};
  const metadata: {file: string; header: readonly string[]; names: string[]}[] = [];
  if (hasTruth(folder)) intake.unknown.push({file: TRUTH, why: "what was planted in the made-up England"});
  for await (const found of filesIn(folder, sources)) {
    if ("why" in found) {
      intake.unknown.push(found);
      continue;
    }
    if (isWorkbook(found.file)) {
      await takeWorkbook(intake, found, sources, {work, said});
      continue;
    }
    const known = readHeader(found, sources);
    const copy = intake.files.find(({sha256}) => sha256 === known.sha256);
    if (copy) intake.copies.push({file: found.file, of: copy.file});
    else if (isMetadata(known.header))
      metadata.push({file: found.file, header: known.header, names: metadataNames(found, known)});
    else await takeFile(intake, found, known, sources, {work, said});
  }
  for (const {file, names} of metadata) intake.metadata.push(checkMetadata(file, names, intake.files));
  if (intake.files.length === 0) {
    throw new UserError(`no published file that is known in ${folder}`, {
      fix: `put files there as downloaded: ${sources.map((s) => s.title.toLowerCase()).join("; ")}`
    });
  }
  return intake;
}

async function* filesIn(folder: string, sources: readonly Source[]): AsyncGenerator<Found | LeftOut> {
  const root = basename(resolve(folder));
  const withTruth = hasTruth(folder);
  for (const listed of await listFiles(folder)) {
    const {file} = listed;
    const parts = file.split(sep);
    if (withTruth && parts[0] === TRUTH) continue;
    if ("why" in listed) {
      yield listed;
      continue;
    }
    const {path} = listed;
    if (/\.zip$/i.test(file)) {
      for await (const member of unzip(await readWhole(path, file), file)) {
        const inner = member.path.split("/");
        if (isHidden(inner)) continue;
        const name = `${file} › ${member.path}`;
        const why = whyLeftOut(name, member.bytes, sources);
        yield why ? {file: name, why} : {file: name, parts: [root, ...parts, ...inner], bytes: member.bytes};
      }
      continue;
    }
    const why = whyLeftOut(file, await readStart(path, HEADER_BYTES, file), sources);
    yield why ? {file, why} : {file, parts: [root, ...parts], bytes: await readWhole(path, file)};
  }
}

const isWorkbook = (file: string): boolean => /\.xlsx$/i.test(file) && !isOfficeLock(file);

/** What an office program puts beside a file that is open in it. */
const isOfficeLock = (file: string): boolean => /(^|[/\\ ])~\$[^/\\]*$/.test(file);

/**
 * Why a file is no data, seen from how it begins; null where it may be. A file that is called a table is one, and told
 * of where it is damaged. Any other has to begin as a known table does: its ending says nothing.
 */
function whyLeftOut(file: string, bytes: Buffer, sources: readonly Source[]): string | null {
  if (isOfficeLock(file)) return "a lock of an office program: is the file beside it still open?";
  if (isWorkbook(file) || /\.(csv|tsv|txt)$/i.test(file)) return null;
  const start = bytes.subarray(0, HEADER_BYTES);
  if (/\.zip$/i.test(file)) return "an archive inside an archive: unpack it, if it holds published files";
  if (start.length === 0 || start.includes(0)) return "not a CSV file";
  const text = decode(start, encodingOf(start, file)).replace(/^\ufeff/, "");
  if (/^\s*[<{[]/.test(text)) return "not a CSV file";
  const {header} = findHeader(firstRows(text, TITLE_ROWS + 1).data, sources);
  const known = recognise(header, sources);
  return known.source || known.closest || tableNamed(header) || isList(text) || isMetadata(header)
    ? null
    : "not a CSV file";
}

interface Header {
  header: readonly string[];
  header_row: number;
  /** Where the header begins in the text. */
  begins: number;
  encoding: Encoding;
  sha256: string;
}

/** Enough for any header: the longest published one has 6,000 characters. */
const HEADER_BYTES = 1 << 17;

function readHeader({file, bytes}: Found, sources: readonly Source[]): Header {
  const again = "download the file again";
  if (bytes.length === 0) throw new PublishedFileError("is empty", {file, fix: again});
  const encoding = encodingOf(bytes, file);
  const head = decode(bytes.subarray(0, HEADER_BYTES), encoding).replace(/^\ufeff/, "");
  if (/^\s*</.test(head)) {
    throw new PublishedFileError("is a web page, not data", {
      file,
      row: 1,
      fix: `${again}: the site answered with a page`
    });
  }
  const {header, row: header_row} = findHeader(firstRows(head, TITLE_ROWS + 1).data, sources);
  const begins = header_row === 1 ? 0 : firstRows(head, header_row - 1).meta.cursor;
  return {header, header_row, begins, encoding, sha256: sumOf(bytes)};
}

/** The fast mode of Papa Parse loses count of where a row ends. */
const firstRows = (text: string, preview: number): Papa.ParseResult<string[]> =>
  Papa.parse<string[]>(text, {preview, delimiter: ",", fastMode: false});

const sumOf = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

async function takeFile(
  intake: Intake,
  found: Found,
  {header, header_row, begins, encoding, sha256}: Header,
  sources: readonly Source[],
  {work, said}: {work: string; said: Said}
): Promise<void> {
  const {file, parts, bytes} = found;
  const known = recognise(header, sources);
  if (!known.source) {
    if (await takeOwn(intake, found, header, {encoding, work})) return;
    const why = known.closest
      ? `most like ${known.closest.id}, but without ${known.closest.lacks.join(", ")}`
      : "no dataset has such a header";
    intake.unknown.push({file, why});
    return;
  }
  const placed = placeInTime(file, known.source, header, readPath(parts), said);
  const text = join(work, `${intake.files.length}-${sha256.slice(0, 12)}.csv`);
  await writeFile(text, begins > 0 ? belowTitle(bytes, encoding, begins) : asUtf8(bytes, encoding));
  intake.files.push({file, source: known.source, header, header_row, encoding, sha256, text, ...placed});
}

const asUtf8 = (bytes: Buffer, encoding: Encoding): Buffer | string =>
  encoding === "utf-8" ? bytes : decode(bytes, encoding);

const belowTitle = (bytes: Buffer, encoding: Encoding, begins: number): string =>
  decode(bytes, encoding)
    .replace(/^\ufeff/, "")
    .slice(begins);

/** Takes the sheets of a workbook that sources name, each as a file of its own. */
async function takeWorkbook(
  intake: Intake,
  {file, parts, bytes}: Found,
  sources: readonly Source[],
  {work, said}: {work: string; said: Said}
): Promise<void> {
  const sha256 = sumOf(bytes);
  const copy = intake.files.find((taken) => taken.sha256 === sha256);
  if (copy) {
    intake.copies.push({file, of: copy.file});
    return;
  }
  const textOf = ({source}: Sheet) => join(work, `${source.id}-${sha256.slice(0, 12)}.csv`);
  const {sheets, why} = await takeSheets(bytes, file, sources, textOf);
  if (why) intake.unknown.push({file, why});
  for (const {sheet, source, header, header_row, text} of sheets) {
    const placed = placeInTime(file, source, header, readPath(parts), said);
    const name = `${file} › ${sheet}`;
    intake.files.push({file: name, source, header, header_row, encoding: "utf-8", sha256, text, ...placed});
  }
}

/** Takes a partnership’s own list, or a table of facts about partnerships; false if it is neither. */
async function takeOwn(
  intake: Intake,
  {file, bytes}: Found,
  header: readonly string[],
  {encoding, work}: {encoding: Encoding; work: string}
): Promise<boolean> {
  const text = decode(bytes, encoding).replace(/^\ufeff/, "");
  const table = tableNamed(header);
  if (table) {
    const other = intake.tables.find((one) => one.table === table);
    if (other) {
      throw new PublishedFileError(`is a table of ${table}, and so is ${other.file}`, {
        file,
        row: 1,
        fix: "put the rows of both into one file"
      });
    }
    await mkdir(tablesIn(work), {recursive: true});
    await writeFile(join(tablesIn(work), table), text);
    intake.tables.push({table, file});
  } else if (isList(text)) intake.lists.push({file, text});
  else return false;
  return true;
}

/** Where the tables of facts about partnerships that were taken lie. */
export const tablesIn = (work: string): string => join(work, "partnerships");

/** A list may be separated by other marks than commas, and stand below a title: src/lists tells what is wrong with it. */
const isList = (text: string): boolean =>
  text
    .split(/\r\n|\r|\n/, TITLE_ROWS + 1)
    .map((line) => line.split(/[,;\t]/).map((name) => plainName(name.replaceAll('"', ""))))
    .some((names) => ["partnership_id", "partnership_kind"].every((name) => names.includes(name)));

const isMetadata = (header: readonly string[]): boolean =>
  ["col_name", "col_type"].every((name) => header.map(plainName).includes(name));

function metadataNames({bytes}: Found, {encoding}: Header): string[] {
  const {data} = Papa.parse<Record<string, string>>(decode(bytes, encoding).replace(/^\ufeff/, ""), {
    header: true,
    skipEmptyLines: true,
    transformHeader: plainName
  });
  return data.map((row) => row["col_name"] ?? "").filter(Boolean);
}

/** A metadata file belongs to the data file of the same name; every column it describes should be there. */
function checkMetadata(
  file: string,
  names: readonly string[],
  files: readonly PublishedFile[]
): Intake["metadata"][number] {
  const of = files.find((f) => f.file === file.replace(/\.meta\.csv$/i, ".csv"));
  const header = new Set(of?.header.map(plainName));
  return {file, of: of?.file ?? null, lacks: of ? names.filter((name) => !header.has(plainName(name))) : []};
}
