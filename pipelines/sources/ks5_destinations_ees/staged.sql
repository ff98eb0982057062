-- Where students went after 16 to 18 study: percentages and numbers of schools, by groups of students, one row per published row.
-- key: file_id, source_row

select
    cells.* replace (
        try_cast(urn as integer)     as urn,
        try_cast(laestab as integer) as laestab
    ),

    case
        when geographic_level <> 'School' or not regexp_full_match(urn, '\d{6}') then null
        when data_type = 'Percentage' and breakdown_topic = 'Total' and breakdown = 'Total'
         and coalesce(level_group, 'Total') = 'Total' and coalesce(level_studied, 'Total') = 'Total' then 'school'
        when data_type is not null and breakdown_topic is not null and breakdown is not null then 'breakdown'
    end as level,

    case when school_group ilike '%special%' or school_type ilike '%special%' then 'special' else 'secondary' end as school_phase,

    coalesce(school_group ilike '%independent%' or school_type ilike '%independent%' or school_type ilike '%college%', false) as independent

from cells
