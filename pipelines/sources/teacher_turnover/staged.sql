-- Teachers of schools in November, and how many of them were still there a year later, one row per published row.
-- key: file_id, source_row

select
    cells.* replace (
        try_cast(cells.urn as integer)                       as urn,
        try_cast(replace(cells.laestab, '/', '') as integer) as laestab,
        regexp_replace(
            regexp_replace(lower(cells.school_phase), '^(state-funded )?(primary|secondary|special)( schools?)?$', '\2'),
            '^total( state-funded schools)?$',
            'total'
        ) as school_phase,

        -- A share of no teachers is none.
        nullif(cells.teachers_fte, 0) as teachers_fte,
        if(cells.teachers_fte = 0, 'not_applicable', cells.teachers_fte_missing)::reason_id as teachers_fte_missing
    ),

    case
        when cells.geographic_level = 'School' and regexp_full_match(cells.urn, '\d{6}')              then 'school'
        when cells.geographic_level = 'Local authority' and regexp_full_match(cells.la_code, '\d{3}') then 'local_authority'
        when cells.geographic_level = 'Regional' and cells.region_name is not null                    then 'region'
        when cells.geographic_level = 'National'                                                      then 'national'
    end as level

from cells
