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
  within("further_education_pct", "education_pct", part)
];
