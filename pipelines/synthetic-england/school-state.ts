import type {AcademicYear} from "../../src/vocabulary/academic-year.ts";
import type {OutcomeFamily} from "./plan.ts";
import type {School} from "./school.ts";
import type {Size} from "./size.ts";

/** What a school is like in an academic year, before its pupils are drawn. In standard deviations between schools, positive = better. */
export interface SchoolState extends Size {
  school: School;
  year: AcademicYear;
  /** Results of the year: what lasts, what passes, and what was planted. */
  result: number;
  /** What lasts of them, without what was planted. */
  level: number;
  /** What its pupils brought with them. */
  prior: number;
  /** What passes of attendance and behaviour: a good or a bad year. */
  passing: {attendance: number; behaviour: number};
  /** What partnerships did to this school this year, by family of outcomes; 0 where nothing. `disadvantaged`: on attainment of disadvantaged pupils in all. */
  planted: Readonly<Record<OutcomeFamily, number>>;
  /** Beyond `planted.attainment`: on attainment of disadvantaged pupils. */
  planted_disadvantaged: number;
}
