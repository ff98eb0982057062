import type {StrangeFileError} from "../../src/library/errors.ts";
import type {ListFile} from "../../src/lists/table.ts";
import type {PlacedInTime} from "../../src/published-files/placed-in-time.ts";
import type {Source} from "../../src/published-files/source.ts";
import type {Encoding} from "./decode.ts";

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
  /** Whether its last line has no end, as that of a file that was cut off. */
  ends_open: boolean;
  /** Whether it is a sheet of a workbook, where percentages may stand as fractions of one. */
  workbook: boolean;
}

/** What was found in a folder. */
export interface FilesRead {
  files: PublishedFile[];
  /** Of their texts together. */
  bytes: number;
  unknown: {file: string; why: string}[];
  /** Files that are nearly ours, and were left out: what is strange about each. */
  left: StrangeFileError[];
  /** Tables that are somebody’s own, read because the person said so. */
  accepted: {file: string; signs: string}[];
  /** Metadata files, and what each says that its data file does not bear out. */
  metadata: {file: string; of: string | null; lacks: string[]}[];
  /** Byte-for-byte copies of a file already taken. */
  copies: {file: string; of: string}[];
  /** Lists that partnerships keep themselves, of members or of partnerships. */
  lists: ListFile[];
  /** Tables of facts about partnerships, as those of data/partnerships: the table, and the file it came from. */
  tables: {table: string; file: string}[];
}
