import {findCode, type ProgrammeArea} from "../../../src/schools/geography/programme.ts";
import {laCode, chooseOne, onsCode, orEmpty, partialDate, required, text} from "./cells.ts";
import {provenance, type Provenance} from "./provenance.ts";
import {readTable} from "./read.ts";
import {checkEpisode, episode, type Episode} from "./episode.ts";
import type {Fault, Table} from "./table.ts";

/** An area of a programme, with where that is said. */
export type ProgrammeAreaRow = ProgrammeArea & Episode & Provenance;

const table: Table<ProgrammeAreaRow> = {
  file: "programme_areas.csv",
  columns: {
    programme: required,
    part: text,
    area_level: chooseOne("LA", "LAD"),
    la_code: laCode,
    ons_code: orEmpty(onsCode),
    area_name: required,
    coverage: chooseOne("whole", "part"),
    ...episode,
    start: partialDate,
    ...provenance
  },
  findFaultOf: (area) => checkEpisode(area) ?? faultOfCode(area)
};

const faultOfCode = (area: ProgrammeArea): Fault | null =>
  findCode(area)
    ? null
    : {
        column: "ons_code",
        problem: "a district without its code",
        fix: "write the code it had when the programme began"
      };

/** The areas of the programmes of a folder of tables. */
export const readProgrammeAreas = (folder: string): ProgrammeAreaRow[] => readTable(table, folder);
