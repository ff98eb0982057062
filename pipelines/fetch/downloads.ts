import type {AcademicYear} from "../../src/vocabulary/academic-year.ts";
import type {Source} from "../../src/published-files/source.ts";
import type {LockedFile} from "./lock.ts";

/** What Explore Education Statistics says of where it keeps a file. */
export type Provenance = Pick<LockedFile, "release" | "file_id" | "api_data_set" | "version">;

/** Files to bring in one go: one by itself, or several in an archive. */
export type Download = FileDownload | ArchiveDownload;

export interface FileDownload {
  kind: "file";
  what: string;
  /** What it should be: one of these, as its header says. It goes into that one's folder. */
  sources: readonly Source[];
  slot: string;
  /** Where it may be, in turn: the first that is there is taken. Paths are below the folder of raw files. */
  places: readonly {url: string; path: string; slot?: string}[];
  /** Whether an address stands for one content for ever, so that a file held need not be asked for again. */
  settled: boolean;
  /** Slots that begin so hold earlier extracts of the same thing, to compare sizes with. */
  series?: string;
  provenance: Provenance;
}

export interface ArchiveDownload {
  kind: "archive";
  what: string;
  year: AcademicYear;
  url: string;
  tables: readonly Table[];
}

/** One file wanted from an archive. */
export interface Table {
  source: Source;
  token: string;
  /** Its whole file name, as a regular expression. */
  member: string;
  slot: string;
  /** Below the folder of raw files. */
  folder: string;
}

/** Whether a pattern of a descriptor is the whole of a name; case does not count. */
export const isWhole = (pattern: string, name: string): boolean => new RegExp(`^(?:${pattern})$`, "i").test(name);
