-- The trusts of academies that a school was in, one after another: where it came from, and the day the next one took it.
-- A school is in one trust on a day. Where sources contradict each other the latest dated statement is believed: a later extract before an earlier one, and of one extract the later day of joining.
-- A day of joining that an extract since contradicts is none.
-- key: school_id, partnership_type, partnership

with

episodes as (

    select
        member.school_id,
        member.partnership_type,
        member.partnership,
        member.joined,
        member.joined_dates,
        member.joined_by,
        member.last_seen,
        body.company,
        coalesce(member.left_on, member.last_seen, member.left_after, least(member.closed_on, member.gone_by), member.closed_on, member.joined, member.joined_by) as until
    from stated_member as member
    left join (select partnership_type, partnership, min(company) as company from group_body where partnership_type <> 'sponsor' group by all) as body
        on body.partnership_type = member.partnership_type and body.partnership = member.partnership
    where member.partnership_type in ('multi_academy_trust', 'single_academy_trust')

),

ordered as (

    select
        *,
        row_number() over in_time            as place,
        lag(partnership_type) over in_time               as from_type,
        lag(partnership) over in_time        as from_partnership,
        lag(company) over in_time            as from_company,
        lag(joined) over in_time             as from_joined,
        lag(joined_by) over in_time          as from_joined_by,
        lag(last_seen) over in_time          as from_last_seen
    from episodes
    window in_time as (partition by school_id order by until, coalesce(joined, joined_by), partnership, partnership_type)

),

grown as (

    -- A single-academy trust of the same company: it became a multi-academy trust when another academy joined it.
    select
        ordered.school_id,
        ordered.partnership_type,
        ordered.partnership,
        min(other.joined) as joined
    from ordered
    join stated_member as other
        on other.partnership_type = ordered.partnership_type and other.partnership = ordered.partnership
        and other.school_id <> ordered.school_id
        and other.joined > ordered.from_joined
    where ordered.company = ordered.from_company and ordered.partnership_type = 'multi_academy_trust' and ordered.from_type = 'single_academy_trust'
    group by all

),

dated as (

    select
        ordered.*,
        case when from_partnership is null                                           then ordered.joined
             -- Another extract may have a day after the last that has it elsewhere.
             when ordered.joined <= from_joined
                  and list_min(list_filter(ordered.joined_dates, d -> d > greatest(from_joined, from_last_seen))) is not null
                                                                                  then list_min(list_filter(ordered.joined_dates, d -> d > greatest(from_joined, from_last_seen)))
             when ordered.company = from_company and grown.joined is not null
                  and ordered.joined <= from_joined                                  then grown.joined
             when ordered.joined > coalesce(from_joined, from_joined_by - 1)         then ordered.joined
             when from_joined is null and from_joined_by is null                     then ordered.joined end as joined_then
    from ordered
    left join grown using (school_id, partnership_type, partnership)

)

select
    school_id,
    partnership_type,
    partnership,
    joined_then                                                                      as joined,
    joined is not null and joined_then is null                                       as contradicted,
    -- It had not joined by the last extract that has it elsewhere.
    case when joined_then is null then from_last_seen end                            as joined_after,
    case when from_company is distinct from company or company is null then from_partnership end as moved_from,
    min(joined_then) over later                                                      as next_joined,
    lead(joined_by) over in_time                                                     as next_seen,
    from_partnership is not null and from_company = company                          as grown

from dated
window
    in_time as (partition by school_id order by place),
    later as (partition by school_id order by place rows between 1 following and unbounded following)
