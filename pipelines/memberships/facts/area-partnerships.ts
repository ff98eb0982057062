import type {Answer, Service} from "../../../src/vocabulary/area-model.ts";
import {schoolPhases} from "../../../src/schools/geography/programme.ts";
import type {Phase} from "../../../src/vocabulary/phase.ts";
import {laCode, chooseOne, required, several, text, webAddress} from "./cells.ts";
import {provenance, type Provenance} from "./provenance.ts";
import {readTable} from "./read.ts";
import {checkEpisode, episode, type Episode} from "./episode.ts";
import type {Table} from "./table.ts";

/**
 * An area-based education partnership. A service is unknown where sources do not say: that a page does not name one is
 * no sign that it is not run.
 */
export interface AreaPartnership extends Episode, Provenance, Record<Service, Answer> {
  partnership_id: string;
  name: string;
  la_codes: string[];
  legal_form: string;
  /** Its schools: all of the authority of its phases; those on a list; or not known. */
  schools: "all" | "list" | "unknown";
  phases: Phase[];
  /** The model it was given in print, 1 to 4, to compare a derived one with; empty for those that were given none. */
  published_model: "" | "1" | "2" | "3" | "4";
  /** The list of its schools that is known to be published; empty where none was found. */
  list: string;
  /** The site of the source; which page of it, the source says as far as it is known. */
  source_url: string;
}

const {source, ...rest} = provenance;
const answer = chooseOne<Answer>("yes", "no", "unknown");

const table: Table<AreaPartnership> = {
  file: "area_partnerships.csv",
  columns: {
    partnership_id: required,
    name: required,
    la_codes: several(laCode),
    ...episode,
    legal_form: required,
    statutory_school_improvement: answer,
    traded_school_improvement: answer,
    traded_business_support: answer,
    schools: chooseOne("all", "list", "unknown"),
    phases: several(chooseOne(...schoolPhases)),
    published_model: chooseOne("", "1", "2", "3", "4"),
    list: text,
    source,
    source_url: webAddress,
    ...rest
  },
  findFaultOf: checkEpisode
};

/** The register of area-based partnerships of a folder of tables. */
export const readAreaPartnerships = (folder: string): AreaPartnership[] => readTable(table, folder);
