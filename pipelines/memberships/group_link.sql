-- Each establishment in each body that the register has it in, over all its extracts: dates as first and last said.
-- key: urn, partnership_type, partnership

with

linked as (

    select
        links.urn,
        links.snapshot,
        links.joined_date,
        links.left_date,
        links.group_closed_date,
        links.file_id,
        links.source_row,
        body.partnership_type,
        body.type_rule,
        body.partnership,
        body.name as sponsor_name
    from staged.gias_group_links as links
    left join (select reference, min(number) as number from group_body group by reference) as known on known.reference = links.group_id
    left join type_rule on type_rule.group_type = lower(links.group_type)
    join group_body as body
        on body.partnership_type = coalesce(type_rule.partnership_type, 'sponsor')
        and body.number = coalesce(links.group_uid, known.number, links.group_id, links.group_name)
    where type_rule.partnership_type is not null or lower(links.group_type) = 'school sponsor'

),

listed as (

    -- The trust tables of a year name those who were in the trust at its end, the most part since three years before.
    select
        urn,
        make_date(academic_year, 7, 31)                                          as snapshot,
        case when three_years then make_date(academic_year - 3, 9, 30) end       as joined_by,
        first_said.file_id                                                       as file_id,
        first_said.source_row                                                    as source_row,
        body.partnership_type,
        body.partnership_type                                                                as type_rule,
        body.partnership,
        true                                                                     as from_tables
    from trust_listing
    join group_body as body on body.number = trust_listing.group_uid and body.partnership_type in ('multi_academy_trust', 'single_academy_trust')

),

opening as (

    select
        urn,
        coalesce(academy_opened, opened)                                             as opened,
        type ilike '%sponsor%' or first_academy_type ilike '%sponsor%'               as sponsor_led,
        type ilike '%converter%' or first_academy_type ilike '%converter%'           as converter
    from urn

),

dates as (

    -- A date that stands on very many links, most of them later than the academy’s own opening, is when the register was loaded.
    select
        partnership_type,
        joined_date,
        count(distinct concat(urn, ' ', partnership, sponsor_name)) >= bulk_load.links
        and count(distinct case when joined_date > opened + register_lag() then concat(urn, ' ', partnership, sponsor_name) end)
            > bulk_load.later * count(distinct concat(urn, ' ', partnership, sponsor_name)) as bulk,
        -- One before there was such a partnership is no date.
        bool_or(joined_date < coalesce(type_rule.since, bulk_load.sponsors_since)::date)    as placeholder
    from linked
    left join opening using (urn)
    left join type_rule using (partnership_type)
    cross join bulk_load
    where joined_date is not null
    group by partnership_type, joined_date, bulk_load.links, bulk_load.later

),

extracts as (

    select partnership_type, list_sort(list_distinct(list(snapshot))) as snapshots
    from linked
    group by partnership_type

),

said as (

    -- A row of a group that had closed by the day of the extract says who was in it, not who is.
    select
        linked.* exclude (from_tables),
        coalesce(from_tables, false)                                             as from_tables,
        left_date is null and coalesce(group_closed_date > snapshot, true)       as in_force,
        coalesce(dates.bulk, false) and not coalesce(dates.placeholder, false)   as bulk,
        coalesce(dates.placeholder, false)                                       as placeholder
    from (
        select * from linked
        union all by name
        select * from listed
    ) as linked
    left join dates using (partnership_type, joined_date)

),

of_groups as (

    select
        urn,
        partnership_type,
        partnership,
        min(joined_date) filter (not bulk and not placeholder)                    as joined,
        list_sort(list_distinct(list(joined_date) filter (joined_date is not null and not bulk and not placeholder))) as joined_dates,
        bool_or(bulk)                                                             as any_bulk,
        bool_or(placeholder)                                                      as any_placeholder,
        min(coalesce(joined_by, case when bulk then joined_date end))             as known_by,
        max(left_date)                                                            as left_on,
        max(group_closed_date)                                                    as closed_on,
        min(snapshot)                                                             as first_seen,
        max(snapshot) filter (in_force)                                           as last_seen,
        max(snapshot)                                                             as last_said,
        arg_min(struct_pack(file_id, source_row), (snapshot, source_row, file_id)) as first_said,
        bool_and(from_tables)                                                     as from_tables
    from said
    where partnership_type <> 'sponsor'
    group by all

),

of_sponsors as (

    select
        urn,
        type_rule,
        partnership,
        sponsor_name,
        min(joined_date) filter (not bulk and not placeholder)                    as joined,
        min(snapshot)                                                             as first_seen,
        max(snapshot)                                                             as last_seen,
        arg_min(struct_pack(file_id, source_row), (snapshot, source_row, file_id)) as first_said
    from said
    where partnership_type = 'sponsor'
    group by all

),

sponsor_then as (

    -- Of the extracts that have it in the trust, the last that has a sponsor too who is somebody else.
    select
        trust.urn,
        trust.partnership_type,
        trust.partnership,
        arg_max(sponsor.sponsor_name, (sponsor.snapshot, sponsor.joined_date, sponsor.sponsor_name)) as sponsor
    from said as trust
    join said as sponsor using (urn, snapshot)
    where trust.partnership_type in ('multi_academy_trust', 'single_academy_trust')
      and sponsor.partnership_type = 'sponsor'
      and sponsor.partnership is distinct from trust.partnership
    group by all

),

sponsor_alone as (

    -- Where no trust is said, the trust that sponsors is the one it is in.
    select urn, type_rule as partnership_type, partnership, joined, first_seen, last_seen, last_seen as last_said, first_said
    from of_sponsors
    anti join of_groups using (urn)
    where partnership is not null

)

select
    everyone.urn,
    everyone.partnership_type,
    everyone.partnership,
    coalesce(everyone.joined, twin.joined)                                        as joined,
    everyone.joined is null and twin.joined is not null                           as joined_as_sponsored,
    everyone.joined_dates,
    case when coalesce(everyone.joined, twin.joined) is not null then null
         when coalesce(any_placeholder, false)                   then 'placeholder'
         when coalesce(any_bulk, false)                          then 'bulk load'
         else                                                         'not said' end as no_date,
    -- It was there by then, whenever it joined.
    least(everyone.first_seen, known_by)                                          as joined_by,
    left_on,
    closed_on,
    everyone.first_seen,
    everyone.last_seen,
    list_min(list_filter(extracts.snapshots, s -> s > everyone.last_said))        as gone_by,
    opening.opened,
    coalesce(opening.sponsor_led, false)                                          as sponsor_led,
    coalesce(opening.converter, false)                                            as converter,
    sponsor.sponsor,
    everyone.first_said,
    coalesce(everyone.from_tables, false)                                         as from_tables

from (
    select * from of_groups
    union all by name
    select * from sponsor_alone
) as everyone
left join opening using (urn)
left join extracts using (partnership_type)
left join (select * from of_sponsors where partnership is not null qualify row_number() over (partition by urn, partnership order by joined nulls last, type_rule, sponsor_name) = 1) as twin
    on twin.urn = everyone.urn and twin.partnership = everyone.partnership
left join sponsor_then as sponsor on sponsor.urn = everyone.urn and sponsor.partnership_type = everyone.partnership_type and sponsor.partnership = everyone.partnership
