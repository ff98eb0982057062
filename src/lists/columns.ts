import {features, oversight, type Feature, type Oversight} from "../vocabulary/definition-check.ts";
import {services} from "../vocabulary/area-model.ts";

/** What one column of a list is for. */
export interface ListColumn {
  about: string;
  /** Without it the list cannot be read at all. */
  essential: boolean;
  /** What the synthetic row of the template says. */
  example: string;
  /** What people call it instead: plain, in small letters. */
  alsoCalled: readonly string[];
}

const column = (essential: boolean, about: string, example: string, ...alsoCalled: string[]): ListColumn => ({
  about,
  essential,
  example,
  alsoCalled
});

/** The id of the synthetic row of the templates, which nobody may leave in. */
export const EXAMPLE = "example_partnership";

const identity = {
  partnership_id: column(
    true,
    "A short name of your own: small letters, digits and _; the same in every row and file",
    EXAMPLE
  ),
  partnership_name: column(true, "Its full name", "Example Learning Partnership", "partnership", "name of partnership"),
  partnership_kind: column(
    true,
    "Which type of partnership it is",
    "area_based_partnership",
    "partnership_type",
    "type",
    "partnership type"
  )
};

const provenance = {
  source_url: column(false, "Where this can be read, beginning with https://", "https://example.org/members"),
  source_date: column(false, "The day it was drawn up or looked up", "2024-06-30"),
  evidence: column(false, "A a file, B a web page, C a report", "B"),
  note: column(false, "Anything else", "made up: delete this row")
};

const answer = (about: string, example: string) => column(false, `${about}: yes, no or unknown`, example);

/** A row is a school’s time in a partnership. */
export const memberColumns: Record<string, ListColumn> = {
  ...identity,
  urn: column(
    true,
    "The school’s unique reference number, six digits",
    "900001",
    "unique reference number",
    "school number"
  ),
  role: column(true, "member, supported (was helped) or supporter (gave help)", "member"),
  from_date: column(true, "When it joined", "01/09/2018", "date joined", "join date", "joined", "start date", "start"),
  to_date: column(
    true,
    "When it left; empty if it has not",
    "",
    "date left",
    "leaving date",
    "left",
    "end date",
    "end"
  ),
  date_precision: column(true, "How exactly both dates are known: day, month, term or year", "day"),
  cost_per_year: column(
    false,
    "What membership costs the school, in pounds a year",
    "1200",
    "cost",
    "fee",
    "subscription"
  ),
  ...provenance
};

/** Only for checking URNs against names: a list of members may have it or not. */
export const NAME_COLUMN = "school_name";

export const answered = [...Object.keys(features), ...Object.keys(oversight), ...services] as (
  Feature | Oversight | (typeof services)[number]
)[];

/** A row is a partnership. */
export const partnershipColumns: Record<string, ListColumn> = {
  ...identity,
  ...Object.fromEntries(Object.entries(features).map(([id, about]) => [id, answer(about, "yes")])),
  ...Object.fromEntries(Object.entries(oversight).map(([id, about]) => [id, answer(about, "unknown")])),
  management_group: answer(oversight.management_group, "yes"),
  ...Object.fromEntries(services.map((id) => [id, answer(`Runs ${id.replaceAll("_", " ")}`, "no")])),
  cost_per_year: column(false, "What the whole partnership costs, in pounds a year", "30000"),
  start_date: column(false, "When it began: a day, a month, a term or a year", "01/09/2013"),
  end_date: column(false, "When it ended; empty if it has not", ""),
  phase_of_development: column(false, "early, development or longer_term", "longer_term"),
  ...provenance
};
