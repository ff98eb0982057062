-- A school in a partnership, of any type and from any source: when it joined this body and left it, where it came from, and how well that is known.
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

),

following as (

    -- An academy is in one trust at a time: the next one it joins ends the one before; of two on one day the register’s latest word stands.
    select
        first_word.*,
        lead(joined) over of_school      as next_joined,
        lag(partnership) over of_school  as earlier,
        partnership_kind.one_at_a_time
    from first_word
    join partnership_kind using (kind)
    window of_school as (
        partition by school_id, kind, joined is null
        order by joined, coalesce(last_seen, date '0001-01-01'), partnership
    )

),

ended as (

    select
        * exclude (left_on, left_after, left_before, left_precision, ended_because),
        one_at_a_time and next_joined is not null
            and (left_on is null or left_on > next_joined)                                   as moves_on,
        case when moves_on then next_joined else left_on end                                 as left_on,
        case when moves_on then null else left_after end                                     as left_after,
        case when moves_on then null else left_before end                                    as left_before,
        case when moves_on then 'day' else left_precision end                                as left_precision,
        case when moves_on then 'joined_another'
             when ended_because is not null then ended_because
             when left_on is not null then membership_source end                             as ended_because,
        case when one_at_a_time and joined is not null then earlier end                      as moved_from
    from following

)

select
    school_id,
    kind,
    partnership,
    together.name                                       as partnership_name,
    joined,
    joined_precision,
    coalesce(sponsored, false)                          as sponsored,
    academy_opened,
    no_date,
    left_on,
    left_after,
    left_before,
    left_precision,
    ended_because,
    moved_from,
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

from (select * exclude (cost_per_year, role_named, role_from) from ended)
join together using (school_id, kind, partnership)
