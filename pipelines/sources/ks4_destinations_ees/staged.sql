-- Where pupils went after key stage 4: percentages and numbers of schools, by groups of pupils, one row per published row.
-- key: file_id, source_row

select
    cells.* replace (
        try_cast(urn as integer)     as urn,
        try_cast(laestab as integer) as laestab
    ),

    case
        when geographic_level <> 'School' or not regexp_full_match(urn, '\d{6}') then null
        when data_type = 'Percentage' and breakdown_topic = 'Total' and breakdown = 'Total' then 'school'
        when data_type is not null and breakdown_topic is not null and breakdown is not null then 'breakdown'
    end as level,

    case when school_group ilike '%special%' or school_type ilike '%special%' then 'special' else 'secondary' end as school_phase,

    coalesce(school_group ilike '%independent%' or school_type ilike '%independent%', false) as independent

from cells
