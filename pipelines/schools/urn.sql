-- What the files say about each URN: names, numbers, places, dates and type, the latest word first.
-- Of two words of one date that stands whose file comes first below; of two such files a name in small letters before one in capitals, then the later in the alphabet.
-- key: urn

with

extracts as (

    select 1 as place, urn, snapshot as said, establishment_name as name, laestab, postcode, town, la_code, la_name, open_date, close_date,
           region, easting, northing,
           establishment_type as type, lower(phase) as phase,
           published_selective(admissions_policy) as selective,
           case sixth_form when 'Has a sixth form' then true when 'Does not have a sixth form' then false end as sixth_form,
           lower(coalesce(establishment_type_group, '')) like '%independent%' as independent
    from staged.gias_establishments

    union all by name

    select 2 as place, urn, make_date(academic_year, 1, 1) as said, school_name as name, laestab, postcode, town, la_code, la_name, open_date, close_date,
           school_type as type,
           case when school_type ilike '%special%'                 then 'special'
                when is_secondary = '1'                            then 'secondary'
                when is_primary = '1'                              then 'primary' end as phase,
           school_type ilike '%independent%' or minor_group in ('Independent school', 'College') as independent,
           published_selective(admissions_policy) as selective, is_post16 = '1' as sixth_form
    from staged.school_information

    union all by name

    select 3 as place, urn, make_date(academic_year, 1, 1) as said, school_name as name, laestab, postcode, town, la_code, open_date, close_date,
           school_type as type,
           case when school_type ilike '%special%'                 then 'special'
                when is_secondary = '1'                            then 'secondary'
                when is_primary = '1'                              then 'primary' end as phase,
           school_type ilike '%independent%' or minor_group ilike 'independent school' or minor_group = 'College' as independent,
           published_selective(admissions_policy) as selective, is_post16 = '1' as sixth_form
    from staged.school_spine

    union all by name

    select 4 as place, urn, snapshot as said, establishment_name as name, la_code, establishment_type as type, lower(establishment_phase) as phase
    from staged.gias_group_links

    union all by name

    select 5 as place, urn, make_date(academic_year, 1, 1) as said, published_selective(admissions_policy) as selective,
           try_cast(regexp_extract(age_range, '(\d+)$', 1) as integer) >= 18 as sixth_form
    from staged.ks4_performance
    where level = 'school'

    union all by name

    select 6 as place, urn, make_date(academic_year, 1, 1) as said, true as sixth_form
    from staged.ks5_performance
    where level = 'school'

    union all by name

    select 7 as place, urn, make_date(academic_year, 1, 1) as said, school_name as name, laestab, la_code
    from staged.school_list

    union all by name

    select 8 as place, urn, make_date(academic_year, 1, 1) as said, laestab, la_code, la_name
    from staged.absence_by_reason
    where level = 'school'

    union all by name

    select 9 as place, urn, make_date(academic_year, 1, 1) as said, school_name as name, laestab, postcode, la_code, school_phase as phase, independent
    from school_row
    where urn_evidence = 'published'

    union all by name

    select 10 as place, urn, make_date(academic_year, 1, 1) as said, laestab, la_code, school_phase as phase
    from school_row
    where urn_evidence <> 'published'

    union all by name

    -- The opening date of an academy stands in the files of its own years only.
    select 11 as place, school_row.urn, make_date(school_row.academic_year, 1, 1) as said, exclusions.academy_open_date as open_date,
           exclusions.academy_type as academy_type
    from school_row
    join staged.exclusions using (file_id, source_row)
    where school_row.source = 'exclusions' and exclusions.academy_type is not null and exclusions.academy_type <> ''

    union all by name

    select 12 as place, urn, make_date(academic_year, 1, 1) as said, academy_open_date as open_date, academy_type
    from staged.absence_ees
    where level = 'school' and academy_type is not null

),

ranked as (

    select extracts.*, authority_region.region as authority_region, case when said is not null then (said, -place) end as rank
    from extracts
    left join authority_region using (la_code)
    where urn is not null

)

select
    urn,
    arg_max(name, (rank, name <> upper(name), name)) filter (rank is not null) as name,
    newest(la_code, rank)                                          as la_code,
    arg_max(la_name, (rank, la_code, la_name)) filter (rank is not null) as la_name,
    -- The register's own word, where it is a region of England or nobody else knows the authority; of other files, the region that the authority lies in.
    coalesce(
        arg_max(ranked.region, (rank, ranked.region)) filter (
            rank is not null and (ranked.region in (select region from authority_region)
            or (ranked.authority_region is null and ranked.region not ilike 'not %' and ranked.region not ilike '%pseudo%'))
        ),
        newest(authority_region, rank)
    )                                                              as region,
    newest(selective, rank)                                        as selective,
    newest(sixth_form, rank)                                       as sixth_form,
    newest(postcode, rank)                                         as postcode,
    newest(town, rank)                                             as town,
    arg_max(easting, (rank, easting, northing)) filter (rank is not null and northing is not null) as easting,
    arg_max(northing, (rank, easting, northing)) filter (rank is not null and easting is not null) as northing,
    newest(type, rank)                                             as type,
    newest(phase, rank)                                            as phase,
    -- Of two words of one date the state-funded one is heard: a city technology college is filed with independent schools.
    arg_max(independent, (said, not independent)) filter (said is not null) as independent,
    newest(open_date, rank)                                        as opened,
    newest(close_date, rank)                                       as closed,
    min(said) filter (published_academy(type))                     as academy_said,
    max(said) filter (not published_academy(type))                 as maintained_said,
    arg_min(academy_type, (said, place, academy_type)) filter (said is not null) as first_academy_type,
    min(open_date) filter (academy_type is not null)               as academy_opened,
    list_sort(list_distinct(list(laestab) filter (laestab is not null))) as laestabs,
    list_sort(list_distinct(list(upper(replace(postcode, ' ', ''))) filter (postcode is not null))) as postcodes

from ranked
group by urn
