import {crc32} from "node:zlib";
import yauzl from "yauzl";
import {PublishedFileError} from "../../src/library/errors.ts";
import {plainName} from "../../src/published-files/recognise.ts";
import {archiveLimits} from "./unzip.ts";
import {readParts, type Parts, type Styles} from "../../src/published-files/workbook-parts.ts";
import {sheetReader, type SheetRow} from "../../src/published-files/workbook-sheet.ts";

/** A workbook that is open for reading: its sheets by name, and the rows of any one of them. */
export interface Workbook {
  /** In the order of the tabs. */
  sheets: readonly string[];
  /** The rows of a sheet that have cells, in order, each with its own number. */
  rows(sheet: string): AsyncGenerator<SheetRow>;
}

/** What no honest workbook goes beyond: bytes unpacked, and how many times the bytes packed they may be. */
export interface WorkbookLimits {
  unpacked: number;
  ratio: number;
}

/** A sheet of 20,000 rows and 125 columns unpacks to 90 MB, at most some forty times its packed size. */
export const workbookLimits: WorkbookLimits = {unpacked: 2 ** 30, ratio: 400};

/**
 * Opens a workbook (.xlsx). Rows are read in one pass, with only the texts that cells share held in memory: the
 * libraries at hand hold the whole sheet, and read a cell such as #DIV/0! as an empty one.
 *
 * Throws a PublishedFileError if it is no workbook, is damaged, or unpacks to more than the limits allow.
 */
export async function openWorkbook(bytes: Buffer, file: string, limits = workbookLimits): Promise<Workbook> {
  const archive = await openArchive(bytes, file, limits);
  const parts = await readParts((path) => archive.text(path)).catch((cause: unknown) => {
    throw unreadable(file, "its list of sheets, texts or styles", cause);
  });
  if (!parts) throw new PublishedFileError("is a zip archive, but no workbook", {file, fix: again});
  return {
    sheets: [...parts.sheets.keys()],
    rows: (sheet) => collectRows(archive, parts, sheet)
  };
}

const again = "download the file again";

interface Archive {
  file: string;
  has(path: string): boolean;
  /** The text of a part, chunk by chunk; nothing where there is no such part. */
  text(path: string): AsyncGenerator<string>;
}

async function openArchive(bytes: Buffer, file: string, limits: WorkbookLimits): Promise<Archive> {
  const entries = new Map<string, yauzl.Entry>();
  let archive: yauzl.ZipFile;
  try {
    archive = await yauzl.fromBufferPromise(bytes, {lazyEntries: true});
    if (archive.entryCount > archiveLimits.files) throw new Error(`it holds ${archive.entryCount} files`);
    for await (const entry of archive.eachEntry()) {
      if (entry.isEncrypted()) throw new Error("it is locked with a password");
      if (entries.has(entry.fileName)) throw new Error(`it holds two files called ${entry.fileName}`);
      entries.set(entry.fileName, entry);
    }
  } catch (cause) {
    throw new PublishedFileError(`is not a readable workbook: ${reason(cause)}`, {file, fix: again});
  }
  const unpacked = [...entries.values()].reduce((sum, {uncompressedSize}) => sum + uncompressedSize, 0);
  refuseBomb(file, unpacked, bytes.length, limits);
  return {
    file,
    has: (path) => entries.has(path),
    async *text(path) {
      const entry = entries.get(path);
      if (!entry) return;
      yield* readText(archive, entry, file);
    }
  };
}

function refuseBomb(file: string, unpacked: number, packed: number, {unpacked: most, ratio}: WorkbookLimits): void {
  const problem =
    unpacked > most
      ? `would unpack to ${megabytes(unpacked)}, more than the ${megabytes(most)} any published workbook needs`
      : unpacked > ratio * packed
        ? `would unpack to ${Math.round(unpacked / packed)} times its size, as no published workbook does`
        : null;
  if (problem)
    throw new PublishedFileError(problem, {
      file,
      fix: "do not open this workbook; get the file from its publisher"
    });
}

const megabytes = (bytes: number): string => `${Math.round(bytes / 2 ** 20).toLocaleString("en-GB")} MB`;

async function* readText(archive: yauzl.ZipFile, entry: yauzl.Entry, file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", {fatal: true});
  let sum = 0;
  try {
    for await (const chunk of await archive.openReadStreamPromise(entry)) {
      sum = crc32(chunk as Buffer, sum);
      yield decoder.decode(chunk as Buffer, {stream: true});
    }
    yield decoder.decode();
  } catch (cause) {
    throw new PublishedFileError(`is damaged in ${entry.fileName}: ${reason(cause)}`, {file, fix: again});
  }
  if (sum !== entry.crc32)
    throw new PublishedFileError(`is damaged: ${entry.fileName} is not as it was packed`, {file, fix: again});
}

const reason = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

async function* collectRows(
  {file, text, has}: Archive,
  {sheets, shared, styles}: Parts & {styles: Styles},
  sheet: string
): AsyncGenerator<SheetRow> {
  const [, path] = [...sheets].find(([name]) => plainName(name) === plainName(sheet)) ?? [];
  if (!path || !has(path)) throw new PublishedFileError(`does not hold its sheet ${sheet}`, {file, fix: again});
  const reader = sheetReader(shared, styles);
  const read = (step: () => SheetRow[]): SheetRow[] => {
    try {
      return step();
    } catch (cause) {
      throw unreadable(file, `the sheet ${sheet}`, cause);
    }
  };
  for await (const chunk of text(path)) yield* read(() => reader.read(chunk));
  yield* read(() => reader.end());
}

const unreadable = (file: string, what: string, cause: unknown): unknown =>
  cause instanceof PublishedFileError
    ? cause
    : new PublishedFileError(`${what} cannot be read: ${reason(cause)}`, {file, fix: again});
