-- Establishments of the register as on the day of the extract, one row per published row.
-- key: file_id, source_row

select
    cells.* replace (try_cast(cells.urn as integer) as urn),

    case when regexp_full_match(cells.urn, '\d{5,6}') then 'school' end as level,

    try_cast(cells.la_code || lpad(cells.establishment_number, 4, '0') as integer) as laestab,
    try_cast(cells.previous_la_code || lpad(cells.previous_establishment_number, 4, '0') as integer) as previous_laestab

from cells
