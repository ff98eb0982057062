-- Schools as the performance tables to 2017/18 describe them, one row per published row.
-- key: file_id, source_row

select
    cells.* replace (
        try_cast(cells.urn as integer)       as urn,
        try_cast(cells.laestab as integer)   as laestab,
        try_cast(cells.other_urn as integer) as other_urn,
        cells.rebrokered = '1'               as rebrokered
    ),

    case when regexp_full_match(cells.urn, '\d{5,6}') then 'school' end as level

from cells
