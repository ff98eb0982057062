-- A school in a partnership, of any type and from any source, as the sources state it: of two that know of a membership the first that has a date is heard.
-- key: school_id, partnership_type, partnership

with

said as (

    select *, 1 as rank from registered_member
    union all by name
    select *, 1 as rank from consortium_member
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
    qualify row_number() over (partition by school_id, partnership_type, partnership order by joined is null, rank, source, file_id, source_row) = 1

),

together as (

    select
        school_id,
        partnership_type,
        partnership,
        oldest(partnership_name, rank)                                                       as partnership_name,
        list(membership_source order by rank, membership_source)                             as sources,
        arg_min(struct_pack(role_named, role_from), (rank, role_named, role_from)) filter (role_named is not null)    as named,
        max(cost_per_year)                                                                   as cost_per_year,
        bool_or(sponsor_led)                                                                 as sponsor_led,
        bool_or(converter)                                                                   as converter,
        max(sponsor)                                                                         as sponsor
    from said
    group by all

)

select
    first_word.* exclude (cost_per_year, role_named, role_from, partnership_name, sponsor_led, converter, sponsor, rank),
    together.partnership_name,
    together.named.role_named                                    as role_named,
    together.named.role_from                                     as role_from,
    together.cost_per_year                                       as cost_per_year,
    coalesce(together.sponsor_led, false)                        as sponsor_led,
    coalesce(together.converter, false)                          as converter,
    together.sponsor                                             as sponsor,
    list_filter(together.sources, s -> s <> membership_source)   as other_sources

from first_word
join together using (school_id, partnership_type, partnership)
