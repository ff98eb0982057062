import type {DateSpan} from "./date-span.ts";
import type {Grade, Precision, Role} from "./vocabulary.ts";

/** A school’s time in a partnership, as a list has it. A row with a problem that stops is never one. */
export interface Member {
  file: string;
  row: number;
  partnership_id: string;
  partnership_name: string;
  partnership_kind: string;
  urn: number;
  /** What the list calls the school; null if it does not say. */
  school_name: string | null;
  role: Role;
  /** When it joined; null if the list does not say: it is counted, and cannot be compared. */
  from_date: DateSpan | null;
  /** When it left; null if it has not. */
  to_date: DateSpan | null;
  date_precision: Precision;
  /** Pounds; null if the list does not say. */
  cost_per_year: number | null;
  source_url: string | null;
  source_date: DateSpan | null;
  evidence: Grade | null;
  note: string | null;
}

/** Where a row of a list as people keep it stood, for the note of the row in the right form: “trust.csv, row 7”. */
export const writeRowNote = (file: string, row: number): string => `${file.split(/[\\/]/).at(-1)!}, row ${row}`;
