-- Teachers of schools in November, and how many of them were still there a year later, one row per published row.
-- key: file_id, source_row

select
    cells.* replace (
        try_cast(cells.urn as integer)                       as urn,
        try_cast(replace(cells.laestab, '/', '') as integer) as laestab,
        regexp_replace(published_phase(cells.school_phase), '^total( state-funded schools)?$', 'total') as school_phase,

        -- A share of no teachers is none.
        nullif(cells.teachers_fte, 0) as teachers_fte,
        if(cells.teachers_fte = 0, 'not_applicable', cells.teachers_fte_missing)::reason_id as teachers_fte_missing
    ),

    published_level(cells.geographic_level, regexp_full_match(cells.urn, '\d{6}'), cells.la_code, cells.region_name) as level

from cells
