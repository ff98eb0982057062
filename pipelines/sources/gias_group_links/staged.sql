-- Which establishment belongs to which trust, federation or other group, one row per published row.
-- key: file_id, source_row

select
    cells.* replace (
        try_cast(cells.urn as integer)    as urn,
        ltrim(cells.group_type_code, '0') as group_type_code
    ),

    case when regexp_full_match(cells.urn, '\d{5,6}') then 'school' end as level

from cells
