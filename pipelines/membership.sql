-- A school in a partnership, of any kind and from any source: when it joined and left, and how well that is known.
-- key: school_id, kind, partnership

with

said as (

    -- Of two sources that know of a membership the first that has a date is heard.
    select *, 1 as rank from registered_member
    union all by name
    select *, 2 as rank from listed_member
    union all by name
    select *, 3 as rank from area_member
    union all by name
    select *, 4 as rank from federated_member

),

first_word as (

    select
        said.*,
        first_value(partnership_name) over (partition by school_id, kind, partnership order by rank)   as first_name,
        list(membership_source) over (partition by school_id, kind, partnership order by rank
                                      rows between unbounded preceding and unbounded following)        as sources
    from said
    qualify row_number() over (partition by school_id, kind, partnership order by joined is null, rank) = 1

),

named as (

    select school_id, kind, partnership, arg_min(struct_pack(role_named, role_from), rank) as named, max(cost_per_year) as cost_per_year
    from said
    where role_named is not null
    group by all

)

select
    school_id,
    kind,
    partnership,
    first_name                                          as partnership_name,
    joined,
    joined_precision,
    joined_partnership,
    coalesce(sponsored, false)                          as sponsored,
    no_date,
    left_on,
    left_after,
    left_before,
    left_precision,
    named.role_named                                    as role_named,
    named.role_from                                     as role_from,
    named.cost_per_year                                 as cost_per_year,
    evidence,
    membership_source,
    list_filter(sources, s -> s <> membership_source)   as other_sources,
    source,
    source_url,
    source_date,
    file_id,
    source_row,
    (year(joined) + 1)::smallint                        as cohort

from (select * exclude (cost_per_year, role_named, role_from) from first_word)
left join named using (school_id, kind, partnership)
