-- Results at 16 to 18 of schools and colleges by exam cohort and disadvantage, one row per published row.
-- key: file_id, source_row

select
    gathered.* exclude (maths, maths_students, english_resit, maths_resit) replace (
        try_cast(urn as integer)     as urn,
        try_cast(laestab as integer) as laestab,
        maths.figure                 as level3_maths_pct,
        maths.missing                as level3_maths_pct_missing,
        maths_students.figure        as level3_maths_students,
        maths_students.missing       as level3_maths_students_missing,
        english_resit.figure         as english_resit_progress,
        english_resit.missing        as english_resit_progress_missing,
        maths_resit.figure           as maths_resit_progress,
        maths_resit.missing          as maths_resit_progress_missing
    ),

    case
        when geographic_level <> 'School' or not regexp_full_match(urn, '\d{6}') then null
        when exam_cohort = 'A level' and disadvantage_status = 'Total'           then 'school'
        when exam_cohort is not null and disadvantage_status is not null         then 'breakdown'
    end as level,

    'secondary' as school_phase

from (

    -- Four figures are printed in the row of another exam cohort than A level; elsewhere they do not apply.
    select
        cells.*,
        arg_min({figure: level3_maths_pct, missing: level3_maths_pct_missing},
            (coalesce(level3_maths_pct_missing = 'not_applicable', false), level3_maths_pct, level3_maths_pct_missing)) over of_school             as maths,
        arg_min({figure: level3_maths_students, missing: level3_maths_students_missing},
            (coalesce(level3_maths_students_missing = 'not_applicable', false), level3_maths_students, level3_maths_students_missing)) over of_school        as maths_students,
        arg_min({figure: english_resit_progress, missing: english_resit_progress_missing},
            (coalesce(english_resit_progress_missing = 'not_applicable', false), english_resit_progress, english_resit_progress_missing)) over of_school       as english_resit,
        arg_min({figure: maths_resit_progress, missing: maths_resit_progress_missing},
            (coalesce(maths_resit_progress_missing = 'not_applicable', false), maths_resit_progress, maths_resit_progress_missing)) over of_school         as maths_resit
    from cells
    window of_school as (partition by urn, academic_year, time_identifier, disadvantage_status)

) as gathered
