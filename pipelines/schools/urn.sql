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

ranked as materialized (

    -- Later dates rank higher, and of one date the files in the order above. A number: keys of several values would be kept for every row.
    select
        extracts.*,
        authority_region.region as authority_region,
        100 * date_diff('day', date '1000-01-01', said) - place as rank,
        extracts.region in (select region from authority_region)
        or (authority_region.region is null and extracts.region not ilike 'not %' and extracts.region not ilike '%pseudo%') as names_region
    from extracts
    left join authority_region using (la_code)
    where urn is not null

),

heard as (

    -- By URN, the rank of the row whose word stands.
    select
        urn,
        max(rank) filter (name is not null)                            as name,
        max(rank) filter (la_code is not null)                         as la_code,
        max(rank) filter (la_name is not null)                         as la_name,
        max(rank) filter (region is not null and names_region)         as region,
        max(rank) filter (authority_region is not null)                as authority_region,
        max(rank) filter (selective is not null)                       as selective,
        max(rank) filter (sixth_form is not null)                      as sixth_form,
        max(rank) filter (postcode is not null)                        as postcode,
        max(rank) filter (town is not null)                            as town,
        max(rank) filter (easting is not null and northing is not null) as spot,
        max(rank) filter (type is not null)                            as type,
        max(rank) filter (phase is not null)                           as phase,
        max(said) filter (independent is not null)                     as independent,
        max(rank) filter (open_date is not null)                       as opened,
        max(rank) filter (close_date is not null)                      as closed,
        min(rank + 2 * place) filter (academy_type is not null)        as academy_type
    from ranked
    group by urn

)

select
    urn,
    (max((ranked.name <> upper(ranked.name))::integer || ranked.name) filter (rank = heard.name))[2:] as name,
    max(ranked.la_code) filter (rank = heard.la_code)              as la_code,
    arg_max(ranked.la_name, (ranked.la_code, ranked.la_name)) filter (rank = heard.la_name) as la_name,
    -- The register's own word, where it is a region of England or nobody else knows the authority; of other files, the region that the authority lies in.
    coalesce(
        max(ranked.region) filter (rank = heard.region and names_region),
        max(ranked.authority_region) filter (rank = heard.authority_region)
    )                                                              as region,
    bool_or(ranked.selective) filter (rank = heard.selective)      as selective,
    bool_or(ranked.sixth_form) filter (rank = heard.sixth_form)    as sixth_form,
    max(ranked.postcode) filter (rank = heard.postcode)            as postcode,
    max(ranked.town) filter (rank = heard.town)                    as town,
    arg_max(easting, (easting, northing)) filter (rank = heard.spot and northing is not null) as easting,
    arg_max(northing, (easting, northing)) filter (rank = heard.spot and easting is not null) as northing,
    max(ranked.type) filter (rank = heard.type)                    as type,
    max(ranked.phase) filter (rank = heard.phase)                  as phase,
    -- Of two words of one date the state-funded one is heard: a city technology college is filed with independent schools.
    bool_and(ranked.independent) filter (said = heard.independent) as independent,
    max(open_date) filter (rank = heard.opened)                    as opened,
    max(close_date) filter (rank = heard.closed)                   as closed,
    min(said) filter (published_academy(ranked.type))              as academy_said,
    max(said) filter (not published_academy(ranked.type))          as maintained_said,
    min(ranked.academy_type) filter (rank + 2 * place = heard.academy_type) as first_academy_type,
    min(open_date) filter (ranked.academy_type is not null)        as academy_opened,
    list_sort(list_distinct(list(laestab) filter (laestab is not null))) as laestabs,
    list_sort(list_distinct(list(upper(replace(ranked.postcode, ' ', ''))) filter (ranked.postcode is not null))) as postcodes

from ranked
join heard using (urn)
group by urn
