-- The last graded inspection of each state-funded school, one row per published row: of the school that was inspected, in the academic year of the inspection.
-- key: file_id, source_row

select
    cells.* exclude (graded) replace (
        try_cast(coalesce(cells.urn, cells.urn_now) as integer)                      as urn,
        try_cast(coalesce(cells.laestab, if(inherited, null, cells.laestab_now)) as integer) as laestab,
        try_cast(cells.urn_now as integer)                                           as urn_now,
        coalesce(nullif(cells.school_name, 'NULL'), if(inherited, null, cells.school_name_now)) as school_name,
        regexp_extract(lower(cells.school_phase), '(primary|secondary|special)')     as school_phase,
        if(graded, year(cells.inspection_date + interval 4 month), null)::smallint   as academic_year,

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

    left(coalesce(cells.laestab, cells.laestab_now), 3)                   as la_code,
    cells.inspection_date::varchar                                        as time_identifier,
    case when regexp_full_match(cells.urn_now, '\d{6}') then 'school' end as level

from (
    select
        * replace (if(regexp_full_match(urn, '\d{6}'), urn, null) as urn, if(regexp_full_match(laestab, '\d{7}'), laestab, null) as laestab),
        coalesce(regexp_full_match(urn, '\d{6}') and urn <> urn_now, false)                         as inherited,
        coalesce(overall_effectiveness between 1 and 4 or leadership between 1 and 4, false)        as graded
    from cells
) as cells
