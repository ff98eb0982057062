import {laCode, onsCode, orEmpty, partialDate, required, several} from "./cells.ts";
import {provenance, type Provenance} from "./provenance.ts";
import {readTable} from "./read.ts";
import type {Table} from "./table.ts";

/** A local authority by its three digits. */
export interface LocalAuthority extends Provenance {
  la_code: string;
  name: string;
  region: string;
  /** Its ONS codes, the oldest first. */
  ons_codes: string[];
  /** The first and last day of its code; empty if it was in force before 1996, or is now. */
  from_date: string;
  to_date: string;
}

const table: Table<LocalAuthority> = {
  file: "local_authorities.csv",
  columns: {
    la_code: laCode,
    name: required,
    region: required,
    ons_codes: several(onsCode),
    from_date: orEmpty(partialDate),
    to_date: orEmpty(partialDate),
    ...provenance
  }
};

/** The local authorities of a folder of tables, those of the past too. */
export const readLocalAuthorities = (folder: string): LocalAuthority[] => readTable(table, folder);
