-- Pupils on roll and their characteristics: schools, and the national rows printed with them, one row per published row.
-- key: file_id, source_row

select
    cells.* replace (try_cast(cells.urn as integer) as urn),

    -- NAT_TOTSF: all state-funded schools of the nation.
    case
        when published_national(cells.la_code, cells.estab, cells.urn) then 'national'
        when regexp_full_match(cells.urn, '\d{6}')                     then 'school'
    end as level,

    try_cast(cells.la_code || lpad(cells.estab, 4, '0') as integer) as laestab,

    case
        when cells.estab = 'PRI'                         then 'primary'
        when cells.estab = 'SEC'                         then 'secondary'
        when cells.estab = 'SPE'                         then 'special'
        when 'NAT_TOTSF' in (cells.urn, cells.estab)     then 'total'
        when cells.school_type ilike '%special%'         then 'special'
        when cells.school_type ilike '%primary%'         then 'primary'
        when cells.school_type ilike '%secondary%'       then 'secondary'
    end as school_phase,

    cells.school_type ilike '%independent%' as independent

from cells
