import {schoolPhases, type AreaProgramme} from "../../../src/schools/geography/programme.ts";
import type {EvidenceGrade, MembershipSource} from "../../../src/vocabulary/partnership-types/index.ts";
import {partnershipTypes} from "../../../src/vocabulary/partnership-types/index.ts";
import {chooseOne, orEmpty, required, several, webAddress} from "./cells.ts";
import {provenance, type Provenance} from "./provenance.ts";
import {readTable} from "./read.ts";
import {checkEpisode, episode, type Episode} from "./episode.ts";
import type {Table} from "./table.ts";

/** A national or regional programme: what partnership type it was, and who gave and took. */
export interface Programme extends AreaProgramme, Episode, Provenance {
  name: string;
  partnership_type: string;
  gives: string;
  takes: string;
  membership: MembershipSource;
  evidence: EvidenceGrade;
  /** The site of the source; empty where no document was seen. */
  source_url: string;
}

const {source, ...rest} = provenance;

const table: Table<Programme> = {
  file: "programmes.csv",
  columns: {
    programme: required,
    name: required,
    partnership_type: chooseOne(...Object.keys(partnershipTypes)),
    ...episode,
    phases: several(chooseOne(...schoolPhases)),
    gives: required,
    takes: required,
    membership: chooseOne("register", "geography", "list"),
    evidence: chooseOne("A", "B", "C"),
    source,
    source_url: orEmpty(webAddress),
    ...rest
  },
  findFaultOf: checkEpisode
};

/** The programmes of a folder of tables. */
export const readProgrammes = (folder: string): Programme[] => readTable(table, folder);
