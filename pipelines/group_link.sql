-- Each establishment in each partnership of a kind that is studied, over all extracts of the register: dates as first and last said.
-- key: urn, kind, partnership

with

groups as (

    -- The trust history may come without the UID: the list of groups gives it, or links that have both.
    select group_id, min(group_uid) as group_uid
    from (
        select group_id, group_uid from staged.gias_groups
        union all
        select group_id, group_uid from staged.gias_group_links
    )
    where group_id is not null and group_uid is not null
    group by group_id

),

numbered as (

    -- A trust of one academy that takes in another keeps its number: it is a partnership of either kind.
    select
        links.*,
        partnership_kind.kind,
        coalesce(links.group_uid, groups.group_uid, links.group_id, links.group_name) as number,
        case when min(kind) over (partition by number) = max(kind) over (partition by number) then number
             else number || ':' || kind end as partnership
    from staged.gias_group_links as links
    join partnership_kind on partnership_kind.group_type = lower(links.group_type)
    left join groups on groups.group_id = links.group_id

),

opening as (

    select urn, coalesce(academy_opened, opened) as opened, type ilike '%sponsor%' or first_academy_type ilike '%sponsor%' as sponsored
    from urn

),

dates as (

    -- A date that stands on very many links, most of them later than the academy’s own opening, is when the register was loaded.
    select
        kind,
        joined_date,
        count(distinct concat(urn, ' ', partnership)) >= bulk_load.links
        and count(distinct case when joined_date > opened + 31 then concat(urn, ' ', partnership) end)
            > bulk_load.later * count(distinct concat(urn, ' ', partnership)) as bulk
    from numbered
    left join opening using (urn)
    cross join bulk_load
    where joined_date is not null
    group by kind, joined_date, bulk_load.links, bulk_load.later

),

closed as (

    select group_uid, max(group_closed_date) as closed_on from staged.gias_groups where group_closed_date is not null group by group_uid

),

extracts as (

    select kind, list_distinct(list(snapshot)) as snapshots
    from numbered
    group by kind

)

select
    urn,
    kind,
    partnership,
    arg_max(body_name(group_name), snapshot)                                  as partnership_name,
    list_filter(list_distinct(list(body_name(group_name))), n -> n <> arg_max(body_name(group_name), snapshot)) as former_names,
    min(joined_date) filter (not coalesce(dates.bulk, false) and joined_date >= partnership_kind.since) as joined,
    case when bool_and(coalesce(dates.bulk, false)) filter (joined_date is not null)  then 'bulk load'
         when bool_and(joined_date < partnership_kind.since) filter (joined_date is not null) then 'placeholder'
         when max(joined_date) is null                                        then 'not said' end as no_date,
    max(left_date)                                                            as left_on,
    min(coalesce(group_closed_date, closed.closed_on))                        as closed_on,
    max(snapshot)                                                             as last_seen,
    list_min(list_filter(any_value(extracts.snapshots), s -> s > max(snapshot))) as gone_by,
    any_value(opening.opened)                                                 as opened,
    coalesce(bool_or(opening.sponsored), false)                               as sponsored,
    arg_min(struct_pack(file_id, source_row), snapshot)                       as first_said

from numbered
join partnership_kind using (kind)
left join dates using (kind, joined_date)
left join opening using (urn)
left join extracts using (kind)
left join closed using (group_uid)
group by urn, kind, partnership
