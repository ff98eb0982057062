-- Sickness absence of teachers of schools over the year, one row per published row.
-- key: file_id, source_row

select
    cells.* replace (
        try_cast(cells.urn as integer)                       as urn,
        try_cast(replace(cells.laestab, '/', '') as integer) as laestab,
        regexp_replace(published_phase(cells.school_phase), '^total( state-funded schools)?$', 'total') as school_phase
    ),

    published_level(cells.geographic_level, regexp_full_match(cells.urn, '\d{6}'), cells.la_code, cells.region_name) as level

from cells
