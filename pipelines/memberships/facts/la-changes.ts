import type {AreaChange} from "../../../src/schools/geography/map-of-areas.ts";
import {laCode, matching, chooseOne, onsCode, required} from "./cells.ts";
import {provenance, type Provenance} from "./provenance.ts";
import {readTable} from "./read.ts";
import type {Table} from "./table.ts";

/** A reorganisation: an area, or a part of it, that became another on a day. */
export interface AreaChangeRow extends AreaChange, Provenance {
  from_name: string;
  to_name: string;
}

const code = (found: string): string => (found.startsWith("E") ? onsCode(found) : laCode(found));

const table: Table<AreaChangeRow> = {
  file: "la_changes.csv",
  columns: {
    date: matching(/^\d{4}-\d\d-\d\d$/, "2019-04-01"),
    level: chooseOne("LA", "LAD"),
    from_code: code,
    to_code: code,
    from_name: required,
    to_name: required,
    ...provenance
  }
};

/** The reorganisations of a folder of tables. */
export const readAreaChanges = (folder: string): AreaChangeRow[] => readTable(table, folder);
