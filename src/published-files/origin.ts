import type {AcademicYear} from "../vocabulary/academic-year.ts";

/**
 * Where the files of a dataset are fetched from: which of the publishers'
 * services, and what they are called there. Data only, as the rest of a
 * descriptor; the addresses themselves are in pipelines/fetch/publishers.ts.
 */
export type Origin = (
  PerformanceTables | ExploreEducationStatistics | StatisticsRows | Register | FinanceWorkbooks | GovukContent
) & {
  /** The academic years it serves, where they are not the source's own; without a last one, to the newest that is out. */
  years?: {first: AcademicYear; last?: AcademicYear};
  /** What one file is about on its way, when last seen: for what a fetch will take. */
  megabytes?: number;
  /** The one phase it is of; without it, all. */
  phase?: Phase;
  /** Whether the pages do without it: fetched with --all, or by name. */
  extra?: true;
};

/** The phases a fetch may be for. */
export const phases = ["primary", "secondary", "16-18"] as const;
export type Phase = (typeof phases)[number];

/** Compare school and college performance: one archive a year, put together from tokens. */
interface PerformanceTables {
  service: "performance_tables";
  /** What the service calls the table in its addresses, in its own case: “ks4”, “Census”. */
  token: string;
  /** The whole name of the file in the archive, as a pattern (file-pattern.ts). */
  member: string;
}

/** Explore education statistics: a publication's data files, and some of them through its API. */
interface ExploreEducationStatistics {
  service: "explore_education_statistics";
  /** The publication's name in addresses: “pupil-absence-in-schools-in-england”. */
  publication: string;
  /** The release's name in addresses, “2016-17”; without one, the newest that has the file. */
  release?: string;
  /** The whole name of the data file, without its ending, as a pattern (file-pattern.ts). */
  file: string;
  /** What the catalogue calls it, as a pattern, where files are known by that rather than by their name. */
  title?: string;
  /** The id of the API data set that holds the same file, which outlives releases. */
  api_data_set?: string;
}

/** Rows of an API data set of Explore Education Statistics whose file is too large to be fetched whole. */
interface StatisticsRows {
  service: "statistics_rows";
  /** The publication's name in addresses. */
  publication: string;
  api_data_set: string;
  /** By the column of a filter: the labels of the options that are wanted. */
  filters: Readonly<Record<string, readonly string[]>>;
  /** The columns of the figures wanted. */
  indicators: readonly string[];
}

/** Get information about schools: daily extracts, of which only the last weeks are kept. */
interface Register {
  service: "register";
  /** The extract's name without its date: “edubasealldata”. */
  name: string;
  /** What its tick box is called on the page for people. */
  button: string;
}

/** Financial benchmarking: one workbook a year. */
interface FinanceWorkbooks {
  service: "finance_workbooks";
  /** The file's name, where YEAR stands for the year as 2021-22. */
  file: string;
}

/** A page of GOV.UK with files attached, whose addresses change with every update. */
interface GovukContent {
  service: "govuk_content";
  /** The page's path: “/government/statistical-data-sets/…”. */
  path: string;
  /** The whole name of each file wanted, as a pattern (file-pattern.ts). */
  file: string;
  /** Of a file that comes every month: the newest, and that of each August, when the year of inspections ends. Without it, all. */
  take?: "newest_and_each_august";
}

/** The origins of a source, in the order of its descriptor: none where its files come by hand alone. */
export const listOrigins = ({origin = []}: {origin?: Origin | readonly Origin[]}): readonly Origin[] =>
  "service" in origin ? [origin] : origin;
