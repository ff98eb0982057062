import type {ProgrammeArea} from "../../../src/schools/geography/programme.ts";
import {laCode, onsCode, partialDate, required, text, wholeNumber} from "./cells.ts";
import {provenance, type Provenance} from "./provenance.ts";
import {readTable} from "./read.ts";
import {checkEpisode, episode, type Episode} from "./episode.ts";
import type {Table} from "./table.ts";

/** A district that a teaching school hub serves, or a ward of one. */
export interface HubDistrict extends Episode, Provenance {
  hub: string;
  lead_urn: number;
  lead_school: string;
  trust: string;
  la_code: string;
  ons_code: string;
  district: string;
  /** Empty but in Birmingham and Cornwall, which hubs share by ward. */
  ward: string;
}

const table: Table<HubDistrict> = {
  file: "teaching_school_hubs.csv",
  columns: {
    hub: required,
    lead_urn: wholeNumber,
    lead_school: required,
    trust: text,
    la_code: laCode,
    ons_code: onsCode,
    district: required,
    ward: text,
    ...episode,
    start: partialDate,
    ...provenance
  },
  findFaultOf: checkEpisode
};

/** The districts of the teaching school hubs of a folder of tables. */
export const readTeachingSchoolHubs = (folder: string): HubDistrict[] => readTable(table, folder);

/** The districts of hubs as areas of the programme: a ward is a part of its district. */
export const areasOfHubs = (hubs: readonly HubDistrict[]): ProgrammeArea[] =>
  hubs.map(({hub, la_code, ons_code, district, ward, start, start_precision, end, end_precision}) => ({
    programme: "teaching_school_hubs",
    part: hub,
    area_level: "LAD",
    la_code,
    ons_code,
    area_name: ward ? `${district}: ${ward}` : district,
    coverage: ward ? "part" : "whole",
    start,
    start_precision,
    end,
    end_precision
  }));
