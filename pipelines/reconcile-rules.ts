/** Which school rows the totals of a source count. Conditions are on the columns of its staged table. */
export interface TotalRule {
  counted?: string;
  /** A further condition for one column. */
  counted_for?: Record<string, string>;
  /** The pupils behind a school’s figures: what is hidden lies between none of them and all. */
  pupils?: string;
  /** Rows without figures whose pupils the totals count nevertheless: a total may exceed what the rows give. */
  silent?: string;
  /** Totals that count schools which never have a row. */
  beyond?: string;
}

const outsideTheState = "('IND', 'INDSP', 'INDSPS', 'INDSPEC', 'NMSS')";

/**
 * What was found in the published files. Sources not listed count every school row.
 *
 * Key stage 4: the authority’s row leaves out independent and non-maintained
 * special schools and counts closed schools, special schools and colleges with
 * pupils of 14 to 16. `roll` is so reproduced to the pupil for Hampshire
 * 2016/17 and 2017/18 and Surrey 2016/17 and 2017/18, with non-maintained special schools in
 * it is not. In the provisional file the colleges have NA, and it is just the
 * authorities with a college that lack up to 233 pupils. A school that replaced another
 * during the year has an empty row, and part of the other’s pupils are in neither.
 * Record type 5 counts hospital schools, pupil referral units and alternative
 * provision too, which have no row.
 *
 * Key stage 2: `eligible_pupils` is reproduced to the pupil in all six files, and
 * `roll` if only schools with eligible pupils count. There is no non-maintained
 * special school in them: left out by analogy. Record type 4 counts independent schools, which have no row.
 *
 * Destinations: schools as open in the table’s year, leavers of two years before: a
 * school closed since has no row, and 124 of 148 authorities have more leavers than
 * their schools. The 16 that agree to the pupil do so with colleges and non-maintained special schools in.
 *
 * Census: the national rows of a phase count the state-funded schools of the phase, without nurseries,
 * pupil referral units and non-maintained special schools.
 */
export const rules: Record<string, TotalRule> = {
  ks4_performance: {
    counted: `school_type not in ${outsideTheState}`,
    pupils: "pupils",
    silent: "pupils is null",
    beyond: "record_type = '5'"
  },
  ks2_performance: {
    counted: `school_type not in ${outsideTheState}`,
    counted_for: {roll: "eligible_pupils is not null"},
    pupils: "eligible_pupils",
    silent: "eligible_pupils is null",
    beyond: "record_type = '4'"
  },
  ks4_destinations: {pupils: "leavers", silent: "true"},
  school_characteristics: {
    counted: "school_type in ('State-funded primary', 'State-funded secondary', 'State-funded special school')",
    pupils: "roll"
  },
  absence_by_reason: {pupils: "enrolments"},
  absence_ees: {pupils: "enrolments"},
  exclusions: {pupils: "headcount"},
  exclusions_termly: {pupils: "headcount"}
};
