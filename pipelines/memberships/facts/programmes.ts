import {schoolPhases, type AreaProgramme} from "../../../src/schools/geography/programme.ts";
import type {EvidenceGrade, MembershipSource} from "../../../src/vocabulary/partnership-types/index.ts";
import {partnershipKinds} from "../../../src/vocabulary/partnership-types/index.ts";
import {oneOf, orEmpty, required, several, webAddress} from "./cells.ts";
import {provenance, type Provenance} from "./provenance.ts";
import {readTable} from "./read.ts";
import {faultOfSpell, spell, type Spell} from "./spell.ts";
import type {Table} from "./table.ts";

/** A national or regional programme: what kind of partnership it was, and who gave and took. */
export interface Programme extends AreaProgramme, Spell, Provenance {
  name: string;
  kind: string;
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
    kind: oneOf(...Object.keys(partnershipKinds)),
    ...spell,
    phases: several(oneOf(...schoolPhases)),
    gives: required,
    takes: required,
    membership: oneOf("register", "geography", "list"),
    evidence: oneOf("A", "B", "C"),
    source,
    source_url: orEmpty(webAddress),
    ...rest
  },
  faultOf: faultOfSpell
};

/** The programmes of a folder of tables. */
export const readProgrammes = (folder: string): Programme[] => readTable(table, folder);
