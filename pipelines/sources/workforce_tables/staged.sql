-- Staff of schools as printed in the performance tables, one row per published row.
-- key: file_id, source_row

select
    cells.* replace (
        try_cast(cells.urn as integer) as urn,
        coalesce(
            published_national_phase(cells.la_code, cells.estab, cells.urn),
            regexp_extract(lower(cells.school_phase), '(primary|secondary|special)')
        ) as school_phase
    ),

    case when published_national(cells.la_code, cells.estab, cells.urn) then 'national'
         when regexp_full_match(cells.urn, '\d{6}')                     then 'school' end as level,

    try_cast(cells.la_code || lpad(cells.estab, 4, '0') as integer) as laestab

from cells
