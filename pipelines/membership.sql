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
    union all by name
    select *, 5 as rank from rule_member

),

first_word as (

    select * from said
    qualify row_number() over (partition by school_id, kind, partnership order by joined is null, rank) = 1

),

together as (

    select
        school_id,
        kind,
        partnership,
        arg_min(partnership_name, rank)                                                      as name,
        list(membership_source order by rank)                                                as sources,
        arg_min(struct_pack(role_named, role_from), rank) filter (role_named is not null)    as named,
        max(cost_per_year)                                                                   as cost_per_year
    from said
    group by all

)

select
    school_id,
    kind,
    partnership,
    together.name                                       as partnership_name,
    joined,
    joined_precision,
    joined_partnership,
    coalesce(sponsored, false)                          as sponsored,
    no_date,
    left_on,
    left_after,
    left_before,
    left_precision,
    together.named.role_named                           as role_named,
    together.named.role_from                            as role_from,
    together.cost_per_year                              as cost_per_year,
    evidence,
    membership_source,
    list_filter(together.sources, s -> s <> membership_source)   as other_sources,
    source,
    source_url,
    source_date,
    file_id,
    source_row,
    (year(joined) + 1)::smallint                        as cohort

from (select * exclude (cost_per_year, role_named, role_from) from first_word)
join together using (school_id, kind, partnership)
