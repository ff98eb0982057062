-- Every partnership, with what its members, the register, its list and the tables say of it.
-- key: partnership_type, partnership

with

members as (

    select
        partnership_type,
        partnership,
        arg_max(partnership_name, (joined is not null, cohort, partnership_name)) as partnership_name,
        count(*)::integer                                            as schools,
        min(membership_source)                                       as membership_source,
        min(source)                                                  as source,
        max(source_url)                                              as source_url,
        max(source_date)                                             as source_date,
        max(evidence)                                                as evidence
    from membership
    group by all

),

changes as (

    -- Who has no date of joining counts as always there.
    select partnership_type, partnership, coalesce(joined, date '1900-01-01') as day, 1 as change from membership
    union all
    select partnership_type, partnership, coalesce(left_on, left_before) as day, -1 as change from membership where coalesce(left_on, left_before) is not null

),

largest as (

    select partnership_type, partnership, max(there)::integer as largest
    from (select *, sum(change) over (partition by partnership_type, partnership order by day, change) as there from changes)
    group by all

),

registered as (

    select
        type_rule                                              as partnership_type,
        partnership,
        min(opened) filter (partnership_type <> 'sponsor')                        as started,
        max(closed) filter (partnership_type <> 'sponsor')                        as ended,
        -- Every name that any extract has, but that of today.
        list_sort(list_distinct(flatten(list(names))))                as names,
        bool_or(partnership_type = 'sponsor')                                     as is_sponsor,
        min(number) filter (partnership_type = 'sponsor')                         as sponsor_number,
        min(twin_by)                                                  as twin_by
    from group_body
    where partnership is not null
    group by all

),

keys as (

    select partnership_type, partnership from members
    union
    select partnership_type, partnership from listed_partnership
    union
    select partnership_type, partnership from tabled_partnership
    union
    select partnership_type, partnership from listed_unmatched

)

select
    keys.partnership_type,
    keys.partnership,
    coalesce(listed.partnership_name, tabled.partnership_name, members.partnership_name, unmatched.partnership_name) as partnership_name,
    tabled.programme,
    tabled.programme_name,
    listed.* exclude (partnership_type, partnership, partnership_name, cost_per_year, started, started_precision, ended, ended_precision,
                      phase_of_development, source_url, source_date, evidence, note, list,
                      statutory_school_improvement, traded_school_improvement, traded_business_support),
    listed.partnership is not null                                                                  as is_listed,
    coalesce(nullif(listed.statutory_school_improvement, 'unknown'), tabled.statutory_school_improvement, 'unknown') as statutory_school_improvement,
    coalesce(nullif(listed.traded_school_improvement, 'unknown'), tabled.traded_school_improvement, 'unknown')       as traded_school_improvement,
    coalesce(nullif(listed.traded_business_support, 'unknown'), tabled.traded_business_support, 'unknown')           as traded_business_support,
    listed.cost_per_year,
    coalesce(listed.started, tabled.started, registered.started)                                    as started,
    case when listed.started is not null                                 then listed.started_precision
         when tabled.started is not null                                 then tabled.started_precision
         when registered.started is not null                             then 'day' end             as started_precision,
    coalesce(listed.ended, tabled.ended, registered.ended)                                          as ended,
    case when listed.ended is not null                                   then listed.ended_precision
         when tabled.ended is not null or tabled.partnership is not null then tabled.ended_precision
         when registered.ended is not null                               then 'day' end             as ended_precision,
    listed.phase_of_development,
    coalesce(members.membership_source, case when listed.partnership is not null or unmatched.partnership is not null then 'list' else 'geography' end) as membership_source,
    coalesce(tabled.source, members.source, listed.list, unmatched.file)                                       as source,
    coalesce(listed.source_url, tabled.source_url, members.source_url)                              as source_url,
    coalesce(listed.source_date, tabled.source_date, members.source_date)                           as source_date,
    coalesce(listed.evidence, tabled.evidence, members.evidence)                                    as evidence,
    coalesce(listed.note, tabled.note)                                                              as note,
    coalesce(members.schools, 0)                                                                    as schools,
    coalesce(largest.largest, 0)                                                                    as largest,
    coalesce(registered.is_sponsor, false)                                                          as sponsors,
    case when registered.is_sponsor then 'sponsor ' || registered.sponsor_number || ' of the register, by its ' || registered.twin_by end as sponsors_evidence,
    coalesce(list_filter(registered.names, n -> plain_name(n) <> plain_name(coalesce(listed.partnership_name, tabled.partnership_name, members.partnership_name, unmatched.partnership_name))), []) as former_names,
    unresolved.why                                                                                      as no_members

from keys
left join members on members.partnership_type = keys.partnership_type and members.partnership = keys.partnership
left join largest on largest.partnership_type = keys.partnership_type and largest.partnership = keys.partnership
left join listed_partnership as listed on listed.partnership_type = keys.partnership_type and listed.partnership = keys.partnership
left join tabled_partnership as tabled on tabled.partnership_type = keys.partnership_type and tabled.partnership = keys.partnership
left join (select partnership_type, partnership, min(partnership_name) as partnership_name, min(file) as file from listed_unmatched group by all) as unmatched
    on unmatched.partnership_type = keys.partnership_type and unmatched.partnership = keys.partnership
left join registered on registered.partnership_type = keys.partnership_type and registered.partnership = keys.partnership
left join (select partnership_type, partnership, min(why) as why from area_unresolved group by all) as unresolved
    on unresolved.partnership_type = keys.partnership_type and unresolved.partnership = keys.partnership and members.schools is null
