import type {AcademicYear} from "../vocabulary/academic-year.ts";
import type {OutcomeDomain} from "../vocabulary/outcome-domain.ts";
import type {Phase} from "../vocabulary/phase.ts";
import type {Role} from "../vocabulary/role.ts";
import type {NoOutcomeReason} from "../vocabulary/why-no-outcome.ts";
import type {Correction} from "../schools/corrections/correction.ts";

/** The shapes of the files in data/release: all that the dashboards read. */

/** Whether what joining added was worked out for a release, was not asked for, or is still being worked out. */
export type Estimated = "made" | "left out" | "to come";

/** release.json */
export interface ReleaseFacts {
  /** True when every school in it is invented: pages carry a banner. */
  synthetic: boolean;
  /** ISO date on which the pipeline ran. */
  made: string;
  version: string;
  /** The number of the analysis plan: a short hash of src/design.ts and of the code and SQL that estimate. */
  plan: string;
  /** Entries of the project’s plan that this run replaced (`pipeline --plan`): pages carry a banner where there are any. */
  replaced: string[];
  /** Pages carry a banner where it is to come. */
  estimated: Estimated;
  schools: number;
  first_year: AcademicYear;
  last_year: AcademicYear;
}

/** measures.json: measure id → what pages say of it. */
export interface MeasureRow {
  id: string;
  label: string;
  /** In a sentence after “the”: “suspension rate”, “share of pupils reaching the expected standard”. */
  subject: string;
  /** The outcome domain it speaks to. */
  domain: OutcomeDomain;
  /** “percentage points”, “suspensions per 100 pupils”, “points”, “standard deviations”. */
  unit: string;
  better: "higher" | "lower" | "neither";
  digits: number;
  /** Phases of education in which it is published. */
  phases: readonly Phase[];
  /** Smallest effect of interest, in the unit of its newest comparable series, and why that. */
  smallest_effect: {value: number; why: string};
  /** Comparable series; a line never crosses from one to the next. */
  comparable_series: {from: AcademicYear; to: AcademicYear | null; label: string; unit: string; why: string}[];
}

/** types.json: partnership type id → what pages say of it. */
export interface PartnershipTypeRow {
  id: string;
  label: string;
  /** What joining means, in a sentence. */
  joining: string;
  /** Who gives, and who takes. */
  gives: string;
  takes: string;
  /** How roles are reported, in a sentence. */
  roles: string;
  /** Where members come from, the first choice first, and how well published data state who was one. */
  membership: readonly ("register" | "geography" | "list" | "rule")[];
  strength: "A" | "B" | "C";
  evidence: string;
}

/** `native`: the measure’s unit. `standardised`: standard deviations from the mean of all mainstream schools of the year. */
export type Scale = "native" | "standardised";

/** sources.json: a list of these. */
export interface SourceRow {
  id: string;
  title: string;
  publisher: string;
  page: string;
  licence: string;
  notes: string | null;
  files: {
    file: string;
    year: string | null;
    stage: string | null;
    encoding: string;
    sha256: string;
    rows: number;
    school_rows: number;
  }[];
  /** Cells of number columns in school rows. */
  numbers: number;
  missing: {reason: string; cells: number}[];
  /** Columns the descriptor expects and a file lacks. */
  absent: {file: string; columns: string[]}[];
  /** Columns that stand in some file of it and that nothing here reads, in alphabetical order. */
  not_read: string[];
  /** Columns of ours that were read under a name known of other years only. */
  other_year: string[];
  /** Academic years published by school of which no file is here; none of sources that are not by year. */
  years_without: AcademicYear[];
}

/** inventory.json: which outcomes the release holds, and which it does not and why. */
export interface InventoryNote {
  /** Outcomes with a figure of some school, by phase of education, with the years they are of. */
  read: {measure: string; phases: Phase[]; first: AcademicYear; last: AcademicYear}[];
  /** The four reasons why an outcome has none, each with its outcomes: none where it holds of no outcome. */
  lacking: {reason: NoOutcomeReason; meaning: string; measures: {measure: string; phases: Phase[]}[]}[];
}

/** reasons.json: a list of these. */
export interface ReasonRow {
  reason: string;
  meaning: string;
  codes: string[];
}

/** reconciliation.json: one line a file, level and column. */
export interface ReconciliationFile {
  source: string;
  file: string;
  level: "local authority" | "region" | "national";
  column: string;
  /** How many printed figures there are, and how many fall under each verdict. */
  printed: number;
  exact: number;
  rounding: number;
  suppression: number;
  not_possible: number;
  unexplained: number;
  /** Why it is not possible, or the largest unexplained difference. */
  why: string | null;
}

/** dictionary.json: a list of these. */
export interface DescribedTable {
  table: string;
  about: string;
  key: string | null;
  rows: number;
  columns: {column: string; type: string; about: string | null}[];
}

/** A fact of the register that is wrong or missing, as it was put right. */
export interface CorrectionRow extends Correction {
  /** Rows of the files that were read that it changed; null where it was not looked for. */
  changed: number | null;
}

/** identity.json: how schools were followed through changes of URN, and roles through partnerships. */
export interface IdentityFile {
  urns: number;
  schools: number;
  merges: {evidence: string; meaning: string; merges: number}[];
  refused: {reason: string; meaning: string; links: number}[];
  corrections: CorrectionRow[];
  sponsored_with_three_earlier_years: {phase: Phase; schools: number; of: number}[];
  /** Sponsors of the register: of all, those that are a trust, and those that are no trust by company, name or academies. */
  sponsors: {all: number; trusts: number; outside: number};
  roles: {partnership_type: string; role: Role; role_source: string; meaning: string; schools: number}[];
}

/** summary.json: what the last run resolved, left out or warns of, in sentences. */
export interface RunFile {
  warnings: string[];
  /** Rows that two files of one year and stage hold differently, and which was taken. */
  resolved: {
    source: string;
    school: string;
    year: string;
    column: string;
    selected: string;
    left: string;
    selected_from: string;
    left_in: string;
  }[];
  /** Schools present only in an earlier stage of a year, left out. */
  earlier_stage: {source: string; year: string; stage: string; schools: number}[];
}

/** leadership.json: what heads were asked to be and schools to do, to be drawn behind long series. Phases overlap. */
export interface LeadershipFile {
  phases: (EpisodeRow & {
    phase: string;
    leadership: "head_centric" | "distributed";
    schools: "collaborative" | "competitive";
    meaning: string;
  })[];
  /** `programmes`: ids of the types or programmes of partnership that the policy is. */
  policies: (EpisodeRow & {phase: string; policy: string; programmes: string[]})[];
  /** The longest national series, to draw them behind: a line never crosses from one comparable series to the next. */
  series: NationalSeries[];
}

/** The mean of all state-funded mainstream schools of a phase, year by year, as published. */
export interface NationalSeries {
  measure: string;
  phase: Phase;
  /** `series_id` is an index into the measure’s comparable series; years without a result are left out. */
  points: {year: AcademicYear; series_id: number; value: number; schools: number}[];
}

/** From when to when, dates as far as they are known (2018-09-01, 2018-09, 2018), and where that stands. */
export interface EpisodeRow {
  start: string | null;
  start_precision: string;
  /** Null if it goes on, or its end is unknown: `end_precision` says which. */
  end: string | null;
  end_precision: string;
  source: string;
  source_date: string;
  confidence: string;
}

/** validation.json: a list of these, one a check of the whole; data/validation keeps the last run of each, ID.json. */
export interface ValidationFile {
  /** `reference`, `truth`, `calibration`, … in the order of pages. */
  id: string;
  title: string;
  /** What came out, in a sentence or two made from the rows. */
  summary: string;
  /** ISO date of the run, and the version and the plan it was run with. */
  made: string;
  version: string;
  plan: string;
  /** How to run it again. */
  command: string;
  columns: {name: string; numeric: boolean}[];
  /** A cell a column; null where there is nothing to say. */
  rows: (string | number | null)[][];
  /** What falls short of its standard, a line each: none where all of it holds, or where there is no standard. */
  fails: string[];
  /** What a reader has to know of the rows, a sentence each. */
  notes: string[];
}

/** downloads.json: a list of these, one a table that can be taken away whole. */
export interface DownloadRow {
  id: string;
  title: string;
  /** What a row is, or what a program does, in a sentence. */
  row: string;
  /** Null for programs, which have neither rows nor columns. */
  rows: number | null;
  columns: {column: string; label: string}[];
  /** Under release/download/. `what`: CSV, Parquet, Arrow, the list of columns (.meta.csv), or the language of a program. */
  files: {file: string; what: string; bytes: number}[];
}
