-- Pupils of schools in January by groups of them, one row per published row.
-- key: file_id, source_row

select
    cells.* replace (
        try_cast(urn as integer)     as urn,
        try_cast(laestab as integer) as laestab
    ),

    case
        when geographic_level <> 'School' or not regexp_full_match(urn, '\d{6}')          then null
        when sex = 'Total' and attendance_pattern = 'Total' and breakdown = 'Total'       then 'school'
        when sex is not null and attendance_pattern is not null and breakdown is not null then 'breakdown'
    end as level,

    regexp_extract(lower(school_type), '(primary|secondary|special)') as school_phase,

    coalesce(school_type ilike '%independent%', false) as independent

from cells
