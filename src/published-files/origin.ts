import type {AcademicYear} from "../vocabulary/academic-year.ts";

/**
 * Where the files of a dataset are fetched from: which of the publishers'
 * services, and what they are called there. Data only, as the rest of a
 * descriptor; the addresses themselves are in pipelines/fetch/publishers.ts.
 */
export type Origin = (PerformanceTables | ExploreEducationStatistics | Register | FinanceWorkbooks | GovukContent) & {
  /** The academic years it serves, where they are fewer than the source's own. */
  years?: {first: AcademicYear; last: AcademicYear};
};

/** Compare school and college performance: one archive a year, put together from tokens. */
interface PerformanceTables {
  service: "performance_tables";
  /** What the service calls the table in its addresses, in its own case: “ks4”, “Census”. */
  token: string;
  /** The whole name of the file in the archive, as a regular expression. */
  member: string;
}

/** Explore education statistics: a publication's data files, and some of them through its API. */
interface ExploreEducationStatistics {
  service: "explore_education_statistics";
  /** The publication's name in addresses: “pupil-absence-in-schools-in-england”. */
  publication: string;
  /** The release's name in addresses, “2016-17”; without one, the latest that was published. */
  release?: string;
  /** The whole name of the data file, without its ending, as a regular expression. */
  file: string;
  /** The id of the API data set that holds the same file, which outlives releases. */
  api_data_set?: string;
}

/** Get information about schools: daily extracts, of which only the last weeks are kept. */
interface Register {
  service: "register";
  /** The extract's name without its date: “edubasealldata”. */
  name: string;
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
  /** The whole name of each file wanted, as a regular expression. */
  file: string;
}

/** The origins of a source, in the order of its descriptor: none where its files come by hand alone. */
export const originsOf = ({origin = []}: {origin?: Origin | readonly Origin[]}): readonly Origin[] =>
  "service" in origin ? [origin] : origin;
