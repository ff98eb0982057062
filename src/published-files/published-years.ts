import type {AcademicYear} from "../vocabulary/academic-year.ts";

/**
 * The academic years published at school level. With `newest_known` there is no end: it is the newest that was out when
 * the descriptor was written, and files of later years are read by the names in force then. With `last` the dataset was
 * discontinued after that year: a later one is a mistake, and is refused.
 */
export type PublishedYears = {
  first: AcademicYear;
  /** Gaps between, in which nothing was published. */
  not_published?: readonly AcademicYear[];
} & ({newest_known: AcademicYear; last?: never} | {last: AcademicYear; newest_known?: never});

/** The newest year that is known to be published: the last where there will be none after. */
export const findNewestYear = (years: PublishedYears): AcademicYear =>
  years.last === undefined ? years.newest_known : years.last;
