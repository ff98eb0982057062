-- Schools as the performance tables describe them, one row per published row.
-- key: file_id, source_row

select
    cells.* replace (
        try_cast(cells.urn as integer)     as urn,
        try_cast(cells.laestab as integer) as laestab
    ),

    case when regexp_full_match(cells.urn, '\d{5,6}') then 'school' end as level

from cells
