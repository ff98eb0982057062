/** Of one school and year: a figure that can never be more than another, and what it is of the other. */
export interface Relation {
  lesser: string;
  greater: string;
  is: string;
}

const pupils = "pupils of it";
const stricter = "the same to a stricter mark";
const part = "a part of it";
const limit = "an end of its interval";

const within = (lesser: string, greater: string, is: string): Relation => ({lesser, greater, is});

const interval = (name: string): Relation[] => [
  within(`${name}_low`, name, limit),
  within(name, `${name}_high`, limit)
];

/**
 * Figures of a school that must stand in an order, by our names for their columns, in whatever source has both. Each
 * holds in every row of the published files that were at hand. Two columns that changed places break it.
 */
export const relations: readonly Relation[] = [
  within("basics_95_pct", "basics_94_pct", stricter),
  within("ebacc_achieved_95_pct", "ebacc_achieved_94_pct", stricter),
  within("ebacc_achieved_94_pct", "ebacc_entry_pct", "of those who entered"),
  within("rwm_higher_pct", "rwm_expected_pct", stricter),
  ...["reading", "writing", "maths"].map((subject) =>
    within("rwm_expected_pct", `${subject}_expected_pct`, "of those who reach it in each subject")
  ),
  ...["progress8", "reading_progress", "writing_progress", "maths_progress"].flatMap(interval),
  within("progress8_pupils", "pupils", pupils),
  ...["girls", "boys", "eal_pupils", "fsm_pupils", "fsm6_pupils"].map((name) => within(name, "roll", pupils)),
  within("persistent_absence_20_pct", "persistent_absence_15_pct", stricter),
  within("persistent_absence_15_pct", "persistent_absence_10_pct", stricter),
  within("severe_absence_pct", "persistent_absence_10_pct", stricter),
  within("authorised_absence_pct", "overall_absence_pct", part),
  within("unauthorised_absence_pct", "overall_absence_pct", part),
  within("suspended_pupils", "suspensions", "each with one at least"),
  within("sustained", "leavers", pupils),
  within("in_education", "sustained", part),
  within("education_pct", "sustained_pct", part),
  within("further_education_pct", "education_pct", part),
  ...["teaching_staff", "administrative_staff", "administrative_supplies", "bought_in_services"].map((name) =>
    within(name, "total_expenditure", part)
  )
];

/** Of one school and year: a figure that is so many times another over a third, each by our name for its column. */
export interface Share {
  share: string;
  part: string;
  whole: string;
  times: number;
}

const share = (name: string, part: string, whole: string, times = 100): Share => ({share: name, part, whole, times});

/**
 * Figures of a school that follow from two others in its row. Which pupils are counted in the whole has differed between
 * years; that schools stand in the same order by both has not.
 */
export const shares: readonly Share[] = [
  ...["fsm", "fsm6", "eal", "sen_support", "ehc"].map((name) => share(`${name}_pct`, `${name}_pupils`, "roll")),
  share("disadvantaged_pct", "disadvantaged_pupils", "pupils"),
  share("disadvantaged_pct", "disadvantaged_pupils", "eligible_pupils"),
  share("attainment8", "attainment8_total", "pupils", 1),
  share("overall_absence_pct", "sessions_absent", "sessions_possible"),
  share("authorised_absence_pct", "sessions_authorised", "sessions_possible"),
  share("unauthorised_absence_pct", "sessions_unauthorised", "sessions_possible"),
  share("persistent_absence_10_pct", "persistent_absence_10_pupils", "enrolments"),
  share("severe_absence_pct", "severe_absence_pupils", "enrolments"),
  share("suspension_rate", "suspensions", "headcount"),
  share("permanent_exclusion_rate", "permanent_exclusions", "headcount"),
  share("suspended_pupils_pct", "suspended_pupils", "headcount"),
  share("sustained_pct", "sustained", "leavers"),
  ...["education", "further_education", "higher_education", "apprenticeship", "employment"].map((name) =>
    share(`${name}_pct`, `in_${name}`, "leavers")
  )
];

/**
 * Figures of a school of which, where one is nothing, the other is, in whatever source has both: a count and its rate,
 * and what is counted in two ways. A code that stands for a small number is none. Each holds in every published row that was at hand.
 */
export const nothingTogether: readonly (readonly [string, string])[] = [
  ["suspended_pupils", "suspensions"],
  ["suspended_pupils_pct", "suspension_rate"],
  ["suspended_pupils", "suspended_pupils_pct"],
  ["suspensions", "suspension_rate"],
  ["permanent_exclusions", "permanent_exclusion_rate"]
];

/** Of one school and year: a figure that is what another leaves of a third. */
export interface Difference {
  difference: string;
  of: string;
  less: string;
}

/** Figures of a school that follow from two others in its row to the pound. */
export const differences: readonly Difference[] = [
  {difference: "in_year_balance", of: "total_income", less: "total_expenditure"}
];

/** Percentages of fewer pupils than those whose number weighs their totals. */
export const ofFewer: ReadonlySet<string> = new Set(["prior_low_pct", "prior_high_pct", "aab_pct"]);
