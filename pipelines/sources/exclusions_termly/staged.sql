-- Suspensions and permanent exclusions of schools by year or by term, one row per published row.
-- key: file_id, source_row

select
    cells.* replace (
        try_cast(cells.urn as integer)     as urn,
        try_cast(cells.laestab as integer) as laestab,
        published_phase(cells.school_phase) as school_phase
    ),

    published_level(cells.geographic_level, regexp_full_match(cells.laestab, '\d{7}'), cells.la_code, cells.region_name) as level

from cells
