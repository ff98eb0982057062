/** What the Explore Education Statistics API sends, as far as it is read here. Members not named may be there. */

export interface Paging {
  page: number;
  pageSize: number;
  totalResults: number;
  totalPages: number;
}

export interface Paginated<T> {
  paging: Paging;
  results: T[];
}

/** One published state of a data set: “2.1”, or “2.1.1” once that was patched. */
export interface DataSetVersion {
  version: string;
  type: "Major" | "Minor" | "Patch";
  status: "Published" | "Deprecated" | "Withdrawn";
  published?: string;
  totalResults: number;
  file: {id: string};
  release: {title: string; slug: string};
  timePeriods?: {start: string; end: string};
}

/** What the ids of a version stand for: ids are unique within their kind only. */
export interface DataSetMeta {
  filters: {id: string; column: string; label: string; options: {id: string; label: string}[]}[];
  indicators: {id: string; column: string; label: string; unit?: string; decimalPlaces?: number}[];
  geographicLevels: {code: string; label: string}[];
  locations: {level: {code: string; label: string}; options: LocationOption[]}[];
  timePeriods: {code: string; period: string; label: string}[];
}

export interface LocationOption {
  id: string;
  label: string;
  code?: string;
  oldCode?: string;
  ukprn?: string;
  urn?: string;
  laEstab?: string;
}

/** One row: ids of locations by level, of filter options by filter, and values by indicator, as text. */
export interface QueryResult {
  timePeriod: {code: string; period: string};
  geographicLevel: string;
  locations: Record<string, string>;
  filters: Record<string, string>;
  values: Record<string, string>;
}

/** Something the API says beside the answer. */
export interface Problem {
  message: string;
  code?: string;
  path?: string;
  detail?: unknown;
}

/** What to ask of a data set. Options of different filters in one `in` are joined by OR: give each its own part of `and`. */
export interface Query {
  criteria?: Criteria;
  /** All, if not given. */
  indicators?: readonly string[];
  sorts?: readonly {field: string; direction: "Asc" | "Desc"}[];
}

export type Criteria =
  | {and: readonly Criteria[]}
  | {or: readonly Criteria[]}
  | {not: Criteria}
  | {
      filters?: Facet<string>;
      geographicLevels?: Facet<string>;
      locations?: Facet<Record<string, string>>;
      timePeriods?: Facet<TimePeriod> & {gt?: TimePeriod; gte?: TimePeriod; lt?: TimePeriod; lte?: TimePeriod};
    };

interface Facet<T> {
  eq?: T;
  notEq?: T;
  in?: readonly T[];
  notIn?: readonly T[];
}

interface TimePeriod {
  period: string;
  code: string;
}

/**
 * One data file of the catalogue. Its id outlives corrections of the data;
 * `fileId` and `lastUpdated` change with each.
 */
export interface CatalogueFile {
  id: string;
  filename: string;
  title?: string;
  fileId?: string;
  lastUpdated?: string;
  published?: string;
  release: {id: string; slug: string};
  meta?: {timePeriodRange?: {from?: string; to?: string; start?: string; end?: string}};
}

/** Files of a publication as far as its list was read. */
export type Listing = Paginated<CatalogueFile>;
