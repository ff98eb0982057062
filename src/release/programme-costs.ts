/** programme_costs.json: a list of these, what published programmes cost, each with its source. */
export interface ProgrammeCostRow {
  programme: string;
  /** Pounds, in the prices of its day. */
  amount: number;
  bound: "exactly" | "up_to" | "under" | "over";
  per: "school_year" | "school" | "pupil_year";
  /** Years that it was paid for; null where no source says. */
  years: number | null;
  source: string;
  source_url: string;
  source_date: string;
  confidence: string;
  note: string;
}
