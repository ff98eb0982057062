-- Key stage 2 results of schools by subject and groups of pupils, one row per published row.
-- key: file_id, source_row

select
    cells.* replace (
        try_cast(urn as integer)     as urn,
        try_cast(laestab as integer) as laestab
    ),

    case
        when coalesce(geographic_level, 'School') <> 'School' or not regexp_full_match(urn, '\d{6}') then null
        when breakdown_topic = 'All pupils' and subject = 'Reading, writing and maths'               then 'school'
        when breakdown_topic is not null and subject is not null                                     then 'breakdown'
    end as level

from cells
