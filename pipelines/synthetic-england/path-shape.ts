import type {AcademicYear} from "../../src/vocabulary/academic-year.ts";
import type {Passing} from "./plan.ts";

/** What a school’s results would be without any partnership, a figure a year, in standard deviations between schools. */
export interface Path {
  first: AcademicYear;
  /** What lasts: the level and its slow walk. */
  lasting: Float64Array;
  /** What passes: a good or a bad year. */
  shock: Float64Array;
  /** What passes of attendance and of behaviour: standard normal in every year, positive = better. */
  passing: Record<Exclude<Passing, "attainment">, Float64Array>;
  /** What its pupils brought with them. */
  prior: Float64Array;
}
