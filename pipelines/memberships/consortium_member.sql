-- A school of a joint sixth form: linked to its centre by the register, or named in the row of it that the tables of 16 to 18 print.
-- key: school_id, partnership_type, partnership

with

linked as (

    select
        case when link_type = 'sixth form centre link' then urn else link_urn end           as urn,
        case when link_type = 'sixth form centre link' then link_urn else urn end           as centre,
        case when link_type = 'sixth form centre link' then link_name end                   as name,
        link_date,
        snapshot,
        file_id,
        source_row
    from staged.gias_links
    where link_type in ('sixth form centre link', 'sixth form centre school')

),

extracts as (select list_sort(list_distinct(list(snapshot))) as snapshots from staged.gias_links),

by_link as (

    select
        urn_school.school_id,
        centre,
        newest(linked.name, snapshot)                                                       as name,
        min(link_date) filter (link_date >= (select min(since)::date from type_rule)) as joined,
        list_min(list_filter(min(snapshots), s -> s > max(snapshot)))                 as gone_by,
        max(snapshot)                                                                       as last_seen,
        min(snapshot)                                                                       as first_seen,
        arg_min(struct_pack(file_id, source_row), (snapshot, source_row, file_id))          as first_said
    from linked
    join urn_school using (urn)
    cross join extracts
    where urn_school.school_id <> centre
    group by urn_school.school_id, centre

),

named as (

    -- Its address columns hold the LAESTABs of its schools.
    select
        ks5.urn                                                                             as centre,
        ks5.school_name                                                                     as name,
        ks5.academic_year,
        ks5.file_id,
        ks5.source_row,
        t.laestab                                                                           as laestab
    from staged.ks5_performance as ks5
    cross join unnest(ks5.members) as t(laestab)
    where ks5.level = 'consortium' and ks5.urn is not null

),

numbered as (

    -- The URN that the LAESTAB had in the table of the year, or in another file of the year, or the last that any file gives it.
    select named.laestab, named.academic_year, arg_min(known.urn, (known.rank, -known.urn)) as urn
    from (select distinct laestab, academic_year from named) as named
    join (
        select laestab, urn, academic_year, 1 as rank from staged.ks5_performance where level = 'school'
        union all
        select laestab, urn, nullif(academic_year, 0) as academic_year, 2 as rank from laestab_urn
        union all
        select unnest(laestabs) as laestab, urn, null as academic_year, 3 as rank from urn
    ) as known
        on known.laestab = named.laestab and coalesce(known.academic_year = named.academic_year, true)
    group by all

),

span as (

    select min(academic_year) as first, max(academic_year) as last
    from staged.ks5_performance
    where level = 'consortium'

),

by_table as (

    select
        urn_school.school_id,
        centre,
        newest(named.name, named.academic_year)                                             as name,
        min(named.academic_year)                                                            as first_year,
        max(named.academic_year)                                                            as last_year,
        arg_min(struct_pack(file_id, source_row), (named.academic_year, file_id, source_row)) as first_said
    from named
    join numbered using (laestab, academic_year)
    join urn_school using (urn)
    where urn_school.school_id <> centre
    group by urn_school.school_id, centre

),

dated as (

    -- Who is named from the first table there is had joined before.
    select
        *,
        case when first_year > span.first then make_date(first_year - 1, 9, 1) end          as joined,
        case when last_year < span.last then make_date(last_year, 8, 31) end                as left_after,
        case when last_year < span.last then make_date(last_year + 1, 8, 31) end            as left_before
    from by_table
    cross join span

)

select
    school_id,
    'consortium_14_19'                                                                      as partnership_type,
    centre::varchar                                                                         as partnership,
    coalesce(dated.name, by_link.name, urn.name, 'Joint sixth form ' || centre)                   as partnership_name,
    coalesce(by_link.joined, dated.joined)                                                  as joined,
    case when by_link.joined is not null                            then 'day'
         when dated.joined is not null                              then 'year' end         as joined_precision,
    case when by_link.joined is null and dated.joined is null
         then case when dated.first_year is not null then 'before the files begin' else 'not said' end end as no_date,
    coalesce(make_date(dated.first_year - 1, 9, 12), by_link.first_seen)                    as joined_by,
    greatest(by_link.last_seen, dated.left_after, case when dated.left_before is null then make_date(dated.last_year, 8, 31) end) as last_seen,
    case when by_link.school_id is not null then by_link.gone_by else dated.left_before end as gone_by,
    case when by_link.school_id is not null then 'A' else 'B' end                           as evidence,
    'register'                                                                              as membership_source,
    case when by_link.school_id is not null then 'gias_links' else 'ks5_performance' end    as source,
    coalesce(by_link.first_said, dated.first_said).file_id                                  as file_id,
    coalesce(by_link.first_said, dated.first_said).source_row                               as source_row

from by_link
full join dated using (school_id, centre)
left join urn on urn.urn = centre
