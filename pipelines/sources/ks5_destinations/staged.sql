-- Where students went after 16 to 18 study: schools, colleges, local authorities and the nation, one row per published row.
-- key: file_id, source_row

select
    cells.* replace (try_cast(cells.urn as integer) as urn),

    -- Record type LA or 4: local authority; NAT, 5 or 7: nation.
    case
        when published_national(cells.la_code, cells.estab, cells.urn)                then 'national'
        when regexp_full_match(cells.urn, '\d{6}')                                          then 'school'
        when cells.urn is not null or cells.estab is not null                               then null
        when cells.record_type in ('LA', '4') and regexp_full_match(cells.la_code, '\d{3}') then 'local_authority'
        when cells.record_type in ('NAT', '5', '7') and cells.la_code is null               then 'national'
    end as level,

    try_cast(cells.la_code || lpad(cells.estab, 4, '0') as integer) as laestab,

    case cells.record_type when '1' then 'secondary' when '2' then 'special' end as school_phase,

    -- IND and INDSP…: independent; NMSS: special, not maintained; FESI, or a type in words: a college.
    coalesce(
        cells.school_type in ('IND', 'INDSPS', 'INDSPEC', 'INDSP', 'FESI') or cells.school_type ilike '%college%',
        false
    ) as independent

from cells
