import {laCode, required, several} from "./cells.ts";
import {provenance, type Provenance} from "./provenance.ts";
import {readTable} from "./read.ts";
import type {Table} from "./table.ts";

/** A name that passes for an area partnership, and what it is instead. */
export interface NotPartnership extends Omit<Provenance, "note"> {
  name: string;
  la_codes: string[];
  what: string;
}

const {source, source_date, confidence} = provenance;

const table: Table<NotPartnership> = {
  file: "not_partnerships.csv",
  columns: {name: required, la_codes: several(laCode), what: required, source, source_date, confidence}
};

/** The names of a folder of tables that are no area partnerships. */
export const readNotPartnerships = (folder: string): NotPartnership[] => readTable(table, folder);
