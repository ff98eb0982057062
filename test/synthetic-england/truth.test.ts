import {beforeAll, describe, expect, test} from "vitest";
import {truths} from "../../pipelines/synthetic-england/truth-measures.ts";
import {measures} from "../../src/vocabulary/measures.ts";
import {withTruth, type WithTruth} from "../support/truth.ts";

/** Half of the last place that the file of a measure prints, by the last year it does so; a rate of printed counts has none. */
const rounding: Record<string, number | readonly (readonly [to: number, half: number])[]> = {
  ks4_attainment: [
    [2015, 0.5],
    [2025, 0.05]
  ],
  english_maths_pct: 0.5,
  progress8: 0.005,
  ks4_value_added: 0.05,
  attainment8_disadvantaged: 0.05,
  ebacc_entry_pct: 0.5,
  ebacc_aps: 0.005,
  entries_per_pupil: 0.05,
  a_level_points: 0.005,
  a_level_best_three: 0.005,
  a_level_value_added: 0.005,
  level3_maths_pct: 0.05,
  a_level_points_disadvantaged: 0.005,
  a_level_retained_pct: 0.05,
  education_after_18_pct: 0.5,
  sustained_after_18_pct: 0.5,
  higher_education_pct: 0.5,
  ks2_attainment: 0.5,
  ks2_disadvantaged: 0.5,
  ks2_reading_score: 0.5,
  ks2_maths_score: 0.5,
  ks2_reading_progress: 0.05,
  ks2_maths_progress: 0.05,
  suspension_rate: 0,
  suspended_pupils_pct: 0,
  permanent_exclusion_rate: 0,
  unauthorised_absence_pct: 0.000005,
  overall_absence_pct: [
    [2013, 0.05],
    [2025, 0.000005]
  ],
  persistent_absence_10_pct: 0.000005,
  persistent_absence_15_pct: 0.05,
  persistent_absence_20_pct: 0.05,
  truant_pupils_pct: 0,
  sustained_education_pct: 0.5,
  sustained_destination_pct: 0.5,
  fsm6_pct: 0.05,
  eal_pct: 0.05,
  pupil_teacher_ratio: 0.05,
  leadership_share_pct: 0.05,
  teacher_retention_pct: 0,
  teacher_sickness_days: 0.05,
  teacher_vacancy_pct: 0.05,
  expenditure_per_pupil: 0,
  reserve_per_pupil: 0,
  administration_pct: 0,
  inspection_grade: 0,
  inspection_leadership_grade: 0
};

/** The truth is written to ten significant digits. */
const nothing = (value: number): number => 1e-9 * Math.max(1, Math.abs(value));

const findHalf = (measure: string, year: number): number => {
  const half = rounding[measure];
  return typeof half === "number" ? half : half.find(([to]) => year <= to)![1];
};

interface Reported {
  school: number;
  academic_year: number;
  reported: string | null;
  value: number | null;
  low: number | null;
  high: number | null;
  missing: string | null;
}

let truth: WithTruth;
beforeAll(async () => {
  truth = await withTruth();
  return () => truth.close();
});

/** Of each school and year of a measure that either knows: what the generator says next to what the pipeline found. */
const compare = (measure: string): Promise<Reported[]> =>
  truth.request(`
    with known as (
      select school::integer as school, academic_year::integer as academic_year, "${measure}" as reported
      from memory.truth.outcomes where "${measure}" is not null
    )
    select coalesce(known.school, school_id) as school, coalesce(known.academic_year, outcome.academic_year)::integer as academic_year,
      reported, value, low, high, missing::varchar as missing
    from known
    full join (from outcome where measure = '${measure}') as outcome on school_id = known.school and outcome.academic_year = known.academic_year
    order by all`);

/** The reason that both give, a value within what was rounded, or one between the bounds of what was hidden. */
function agrees(measure: string, {reported, value, low, high, missing, academic_year}: Reported): boolean {
  if (reported === null) return false;
  const own = Number(reported);
  if (Number.isNaN(own)) return reported === missing;
  if (value === null) return false;
  if (low !== null && high !== null) return own >= low - nothing(own) && own <= high + nothing(own);
  return Math.abs(own - value) <= findHalf(measure, academic_year) + nothing(own);
}

describe("the outcomes of the synthetic England", () => {
  test("are told from pupils for every measure there is", () => {
    expect(Object.keys(truths).sort()).toEqual(Object.keys(measures).sort());
  });

  test.each(Object.keys(truths))(
    "are its own values, or the right reason, in every school and year: %s",
    async (measure) => {
      const all = await compare(measure);
      expect(all.length).toBeGreaterThan(0);
      expect(all.filter((reported) => !agrees(measure, reported))).toEqual([]);
    }
  );

  test.each(Object.keys(truths))("are found in every year that the generator tells of: %s", async (measure) => {
    const all = await compare(measure);
    const found = new Set(all.filter(({value}) => value !== null).map(({academic_year}) => academic_year));
    const reported = new Set(all.filter((d) => !Number.isNaN(Number(d.reported ?? NaN))).map((d) => d.academic_year));
    expect([...found].sort()).toEqual([...reported].sort());
  });
});
