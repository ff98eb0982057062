-- Inspections of state-funded schools since September 2019, one row per published row. The academic year is that of the inspection; null where it graded nothing, or a later one of the year did.
-- key: file_id, source_row

select
    cells.* exclude (graded) replace (
        case when graded and row_number() over (
                partition by urn, year(inspection_date + interval 4 month), graded order by inspection_date desc, source_row
             ) = 1
             then year(inspection_date + interval 4 month) end::smallint             as academic_year,
        try_cast(cells.urn as integer)                                               as urn,
        try_cast(cells.laestab as integer)                                           as laestab,
        regexp_extract(lower(cells.school_phase), '(primary|secondary|special)')     as school_phase
    ),

    left(cells.laestab, 3)                                                as la_code,
    cells.inspection_date::varchar                                        as time_identifier,
    false                                                                 as inherited,
    case when regexp_full_match(cells.urn, '\d{6}') then 'school' end     as level

from (
    select
        * replace (
            -- 9: no such grade was given.
            nullif(overall_effectiveness, 9) as overall_effectiveness,
            nullif(quality_of_education, 9)  as quality_of_education,
            nullif(behaviour, 9)             as behaviour,
            nullif(personal_development, 9)  as personal_development,
            nullif(leadership, 9)            as leadership,
            if(overall_effectiveness = 9, 'not_judged', overall_effectiveness_missing)::reason_id as overall_effectiveness_missing,
            if(quality_of_education = 9, 'not_judged', quality_of_education_missing)::reason_id   as quality_of_education_missing,
            if(behaviour = 9, 'not_judged', behaviour_missing)::reason_id                         as behaviour_missing,
            if(personal_development = 9, 'not_judged', personal_development_missing)::reason_id   as personal_development_missing,
            if(leadership = 9, 'not_judged', leadership_missing)::reason_id                       as leadership_missing
        ),
        coalesce(overall_effectiveness between 1 and 4 or leadership between 1 and 4 or report_card_leadership is not null, false) as graded
    from cells
) as cells
