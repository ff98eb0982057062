-- Permanent and fixed-period exclusions of schools, and the totals printed with them, one row per published row.
-- key: file_id, source_row

select
    cells.* replace (
        try_cast(cells.laestab as integer) as laestab,
        nullif(cells.academy_type, 'Total') as academy_type,  -- Total: no academy, or all types
        regexp_replace(
            lower(cells.school_phase),
            '^(state-funded )?(primary|secondary|special)( schools?)?$',
            '\2'
        ) as school_phase
    ),

    case
        when cells.geographic_level = 'School' and regexp_full_match(cells.laestab, '\d{7}')          then 'school'
        when cells.geographic_level = 'Local authority' and regexp_full_match(cells.la_code, '\d{3}') then 'local_authority'
        when cells.geographic_level = 'Regional' and cells.region_name is not null                    then 'region'
        when cells.geographic_level = 'National'                                                      then 'national'
    end as level

from cells
