-- Permanent and fixed-period exclusions of schools, and the totals printed with them, one row per published row.
-- key: file_id, source_row

select
    cells.* replace (
        try_cast(cells.laestab as integer) as laestab,
        nullif(cells.academy_type, 'Total') as academy_type,  -- Total: no academy, or all types
        published_phase(cells.school_phase) as school_phase
    ),

    published_level(cells.geographic_level, regexp_full_match(cells.laestab, '\d{7}'), cells.la_code, cells.region_name) as level

from cells
