import type {ProgrammeCostRow} from "../../../src/release/programme-costs.ts";
import {chooseOne, orEmpty, required, webAddress, wholeNumber} from "./cells.ts";
import {provenance, type Provenance} from "./provenance.ts";
import {readTable} from "./read.ts";
import type {Table} from "./table.ts";

/** What a published programme cost, or allowed, a school or a pupil. */
export interface ProgrammeCostFact extends Provenance {
  programme: string;
  /** Pounds, in the prices of its day. */
  amount: number;
  bound: ProgrammeCostRow["bound"];
  per: ProgrammeCostRow["per"];
  /** Years that it was paid for; empty where no source says. */
  years: number | "";
  source_url: string;
}

const {source, source_date, confidence, note} = provenance;

const table: Table<ProgrammeCostFact> = {
  file: "programme_costs.csv",
  columns: {
    programme: required,
    amount: wholeNumber,
    bound: chooseOne("exactly", "up_to", "under", "over"),
    per: chooseOne("school_year", "school", "pupil_year"),
    years: orEmpty(wholeNumber),
    source,
    source_url: webAddress,
    source_date,
    confidence,
    note
  }
};

/** The costs of a folder of tables. */
export const readProgrammeCosts = (folder: string): ProgrammeCostRow[] =>
  readTable(table, folder).map(({years, ...row}) => ({...row, years: years || null}));
