-- Key stage 4 results of schools, and the local authority and national rows printed with them, one row per published row.
-- key: file_id, source_row

select
    cells.* replace (try_cast(cells.urn as integer) as urn),

    -- Record type 4: local authority; 5: all schools of the nation; 7: its state-funded schools.
    case
        when published_national(cells.la_code, cells.estab, cells.urn)                then 'national'
        when regexp_full_match(cells.urn, '\d{6}')                                 then 'school'
        when cells.urn is not null or cells.estab is not null                      then null
        when cells.record_type = '4' and regexp_full_match(cells.la_code, '\d{3}') then 'local_authority'
        when cells.record_type in ('5', '7') and cells.la_code is null             then 'national'
    end as level,

    try_cast(cells.la_code || lpad(cells.estab, 4, '0') as integer) as laestab,

    case cells.record_type when '1' then 'secondary' when '2' then 'special' end as school_phase,

    -- IND and INDSP…: independent; NMSS: special, not maintained; FESI: further education.
    cells.school_type in ('IND', 'INDSPS', 'INDSPEC', 'INDSP', 'FESI') as independent

from cells
