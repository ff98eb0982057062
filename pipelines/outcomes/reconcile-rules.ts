/** Which school rows the totals of a source count. Conditions are on columns of its staged table. */
export interface TotalRule {
  /** Of school rows: those that count. */
  counted?: string;
  /** A further condition for one column. */
  counted_for?: Record<string, string>;
  /** The pupils behind a school’s figures: what is hidden lies between none of them and all. */
  pupils?: string;
  /** The count behind a rate per 100. It has no rounding of its own, and schools without pupils have it too. */
  counts?: Record<string, string>;
  /** Of school rows: those without figures, of which the totals may count the pupils nevertheless. */
  silent?: string;
  /**
   * Other rules that the totals of some years followed, each with the words for it: a total that the first rule does not
   * explain is explained by the first of these that does.
   */
  otherRules?: readonly (Pick<TotalRule, "counted" | "counted_for"> & {says: string})[];
  /** Of total rows: those that school rows cannot give, and why; of all columns if none are named. */
  lacking?: readonly {rows: string; why: string; columns?: readonly string[]}[];
}

const outsideTheState = "('IND', 'INDSP', 'INDSPS', 'INDSPEC', 'NMSS')";
const notMaintained = "school_type <> 'Non-maintained special school'";

/** Counts of the census that a total may take with or without non-maintained special schools, by year. */
const censusCounts = ["roll", "girls", "boys", "fsm6_pupils", "fsm6_denominator", "fsm_pupils", "eal_pupils"];

/**
 * What was found in the published files. A source that is not listed counts every school row.
 *
 * Exclusions and absence by reason: the school rows of the phase, or of all.
 * Rates are of the counts of all rows, those with no pupils included.
 *
 * Key stage 4: independent and non-maintained special schools are left out;
 * closed schools, special schools and colleges with pupils of 14 to 16 count.
 * `roll` is so reproduced to the pupil in four files of Hampshire and Surrey, and
 * not with non-maintained special schools in it. The provisional file has NA for
 * the colleges, and authorities with one lack up to 233 pupils, the others 62 or
 * fewer. A school that takes the place of another during the year has an empty
 * row. Record type 5 counts hospital schools, pupil referral units and
 * alternative provision too, which have none.
 *
 * Key stage 2: `eligible_pupils` is reproduced to the pupil in all six files, and
 * `roll` if just the schools with eligible pupils count. No independent or
 * non-maintained school is in them: left out as at key stage 4. Record type 4
 * counts independent schools too.
 *
 * Destinations: the schools are those of the table’s year, the leavers those of two
 * years before. A school closed since has no row: 120 of 148 authorities have more
 * leavers than their schools. Authorities that agree to the pupil do so with
 * colleges and non-maintained special schools.
 *
 * 16 to 18: no real file was at hand. Totals of authorities and record type 7 are taken
 * to count schools and colleges the state pays for, as the publisher says of them; destinations
 * as at key stage 4.
 *
 * Census: national rows count the state-funded schools of the phase, without nurseries and
 * pupil referral units. In 2022/23 all count non-maintained special schools; in 2018/19 some do not: with non-maintained special schools pupils by language and by
 * free school meals are reproduced to the pupil, without them the roll. Special educational needs
 * leave out nine hospital schools, which the file does not distinguish from others.
 */
export const rules: Record<string, TotalRule> = {
  absence_by_reason: {pupils: "enrolments"},
  absence_ees: {pupils: "enrolments"},
  exclusions: {
    pupils: "headcount",
    counts: {
      permanent_exclusion_rate: "permanent_exclusions",
      suspension_rate: "suspensions",
      suspended_pupils_pct: "suspended_pupils"
    }
  },
  exclusions_termly: {
    pupils: "headcount",
    counts: {
      permanent_exclusion_rate: "permanent_exclusions",
      suspension_rate: "suspensions",
      suspended_pupils_pct: "suspended_pupils"
    }
  },
  ks2_performance: {
    counted: `school_type not in ${outsideTheState}`,
    counted_for: {roll: "eligible_pupils is not null"},
    pupils: "eligible_pupils",
    silent: "eligible_pupils is null",
    lacking: [{rows: "record_type = '4'", why: "schools not in file"}]
  },
  ks5_destinations: {
    pupils: "leavers",
    counts: {
      sustained_pct: "sustained",
      education_pct: "in_education",
      higher_education_pct: "in_higher_education",
      further_education_pct: "in_further_education",
      other_education_pct: "in_other_education",
      apprenticeship_pct: "in_apprenticeship",
      employment_pct: "in_employment",
      not_sustained_pct: "not_sustained",
      unknown_pct: "unknown"
    },
    silent: "true"
  },
  ks5_higher_education: {pupils: "leavers", silent: "true"},
  ks5_performance: {
    counted: `school_type not in ${outsideTheState}`,
    pupils: "coalesce(students_finishing, students)",
    silent: "students_finishing is null",
    lacking: [{rows: "record_type = '5'", why: "independent schools counted too"}]
  },
  ks4_destinations: {
    pupils: "leavers",
    counts: {
      sustained_pct: "sustained",
      education_pct: "in_education",
      further_education_pct: "in_further_education",
      school_sixth_form_pct: "in_school_sixth_form",
      sixth_form_college_pct: "in_sixth_form_college",
      other_education_pct: "in_other_education",
      apprenticeship_pct: "in_apprenticeship",
      employment_pct: "in_employment",
      not_sustained_pct: "not_sustained",
      unknown_pct: "unknown"
    },
    silent: "true"
  },
  ks4_performance: {
    counted: `school_type not in ${outsideTheState}`,
    pupils: "pupils",
    silent: "pupils is null",
    lacking: [{rows: "record_type = '5'", why: "schools not in file"}]
  },
  school_characteristics: {
    counted: `school_type in ('State-funded primary', 'State-funded secondary', 'State-funded special school') or not ${notMaintained}`,
    counted_for: {roll: notMaintained, girls: notMaintained, boys: notMaintained},
    otherRules: [
      {
        counted_for: {},
        says: "with non-maintained special schools"
      },
      {
        counted_for: Object.fromEntries(censusCounts.map((name) => [name, notMaintained])),
        says: "without non-maintained special schools"
      }
    ],
    pupils: "roll",
    lacking: [
      {
        rows: "school_phase = 'special'",
        why: "hospital schools not printed apart",
        columns: ["sen_support_pupils", "sen_support_pct", "ehc_pupils", "ehc_pct"]
      },
      // Of pupils of compulsory age, whom the file does not count.
      {rows: "school_phase = 'special'", why: "no denominator", columns: ["eal_pct"]}
    ]
  }
};
