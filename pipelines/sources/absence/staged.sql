-- Absence as printed in the performance tables: schools and national rows, one row per published row.
-- key: file_id, source_row

select
    cells.* replace (try_cast(cells.urn as integer) as urn),

    case
        when regexp_full_match(cells.urn, '\d{6}')                                                then 'school'
        when cells.urn is null and cells.la_code = 'NAT' and cells.estab in ('PRI', 'SEC', 'SPE') then 'national'
    end as level,

    try_cast(cells.la_code || lpad(cells.estab, 4, '0') as integer) as laestab,

    case cells.estab
        when 'PRI' then 'primary'
        when 'SEC' then 'secondary'
        when 'SPE' then 'special'
    end as school_phase

from cells
