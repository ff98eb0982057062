-- Pupils of schools in January by their special educational needs, one row per published row.
-- key: file_id, source_row

select
    cells.* replace (try_cast(urn as integer) as urn),

    case
        when geographic_level <> 'School' or not regexp_full_match(urn, '\d{6}')                               then null
        when provision = 'All pupils' and primary_need = 'All pupils' and coalesce(unit_type, 'All pupils') = 'All pupils' then 'school'
        when provision is not null and primary_need is not null                                               then 'breakdown'
    end as level

from cells
