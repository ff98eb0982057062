-- Results at 16 to 18 of schools and colleges, and the local authority and national rows printed with them, one row per published row.
-- key: file_id, source_row

select
    cells.* exclude (address1, address2, address3, town, telephone, admissions_policy)
        replace (
            try_cast(cells.urn as integer) as urn,
            case when cells.record_type = '3' then null else cells.postcode end as postcode
        ),

    -- Record type 3: a consortium of sixth forms, whose students are its members' too; in the place of its address stand their LAESTABs.
    case when cells.record_type = '3' then list_transform(
        list_filter(
            [cells.address1, cells.address2, cells.address3, cells.town, cells.postcode, cells.telephone,
             cells.school_type, cells.religious_character, cells.admissions_policy],
            lambda cell: regexp_full_match(cell, '[0-9]{7}')
        ),
        lambda cell: cell::integer
    ) end as members,

    -- Record type 3: a sixth form of several schools, whose students are in their rows; 4: local authority; 5: all schools and colleges of the nation; 7: its state-funded ones.
    case
        when published_national(cells.la_code, cells.estab, cells.urn)                then 'national'
        when cells.record_type = '3'                                               then 'consortium'
        when regexp_full_match(cells.urn, '\d{6}')                                 then 'school'
        when cells.urn is not null or cells.estab is not null                      then null
        when cells.record_type = '4' and regexp_full_match(cells.la_code, '\d{3}') then 'local_authority'
        when cells.record_type in ('5', '7') and cells.la_code is null             then 'national'
    end as level,

    try_cast(cells.la_code || lpad(cells.estab, 4, '0') as integer) as laestab,

    case cells.record_type when '1' then 'secondary' when '2' then 'special' end as school_phase,

    -- IND and INDSP…: independent; NMSS: special, not maintained; FESI, or a type in words: a college.
    coalesce(
        cells.school_type in ('IND', 'INDSPS', 'INDSPEC', 'INDSP', 'FESI') or cells.school_type ilike '%college%',
        false
    ) as independent

from cells
