import type {AcademicYear} from "../../src/vocabulary/academic-year.ts";
import type {Source} from "../../src/published-files/source.ts";
import type {LockedFile} from "./lock.ts";

/** What Explore Education Statistics says of where it keeps a file. */
export type Provenance = Pick<LockedFile, "release" | "file_id" | "api_data_set" | "version" | "mark" | "period">;

/** Files to bring in one go: one by itself, or several in an archive. */
export type Download = FileDownload | ArchiveDownload;

export interface FileDownload {
  kind: "file";
  what: string;
  /** What it should be: one of these, as its header says. It goes into that one's folder. */
  sources: readonly Source[];
  slot: string;
  /** Where it may be, in turn: the first that gives it is taken. Paths are below the folder of raw files. */
  places: readonly {url: string; path: string; slot?: string}[];
  /** Whether places are one file at several hosts, or a file of several days, of which a later one may not be there yet. */
  places_are: "hosts" | "days";
  /** Whether an address stands for one content for ever, so that a file held need not be asked for again. */
  unchanging: boolean;
  /** Whether its year may not be out yet. */
  expected?: boolean;
  /** Slots that begin so hold earlier extracts of the same thing, to compare sizes with. */
  series?: string;
  provenance: Provenance;
}

export interface ArchiveDownload {
  kind: "archive";
  what: string;
  year: AcademicYear;
  url: string;
  /** Whether all of it was seen at the publisher: if not, what is not there is not published yet. */
  expected: boolean;
  /** Whether the year is so far back that a table without stages is replaced no more. */
  unchanging: boolean;
  tables: readonly Table[];
}

/** One file wanted from an archive. */
export interface Table {
  source: Source;
  token: string;
  /** Its whole file name, as a pattern. */
  member: string;
  slot: string;
  /** Below the folder of raw files. */
  folder: string;
}
