-- Trusts, federations and other groups of establishments, one row per published row.
-- key: file_id, source_row

select
    cells.* replace (ltrim(cells.group_type_code, '0') as group_type_code),

    case when regexp_full_match(cells.group_uid, '\d+') then 'group' end as level

from cells
