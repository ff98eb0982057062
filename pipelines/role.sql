-- The role a school has in a partnership by its sources, the day that its clock starts in this body, and the first academic year that counts as treated.
-- key: school_id, kind, partnership

with

listed as (

    -- A role that a list names goes before what any route tells in the same type.
    select *, bool_or(role_named is not null) over (partition by school_id, kind) as is_named
    from membership

),

first_help as (

    -- When a trust's first sponsor-led academy opened in it or joined it.
    select kind, partnership, min(joined) as day
    from membership
    join partnership_kind using (kind)
    where sponsored and partnership_kind.has_route and joined is not null
    group by all

),

helped as (

    -- Whom a supporter that a list names may help: the supported, and where a list names none, the members.
    select
        school_id,
        kind,
        partnership,
        coalesce(role_from, joined)                                                          as from_day,
        coalesce(left_on, left_before)                                                       as left_on,
        role_named = 'supported'                                                             as is_supported
    from listed
    where role_named is distinct from 'supporter'
    qualify coalesce(is_supported, false) or not bool_or(coalesce(is_supported, false)) over (partition by kind, partnership)

),

named_supporter as (

    -- The clock starts when the first of them joins, or when the supporter does if that is later; where nobody is known to be helped, then too.
    select
        supporter.school_id,
        supporter.kind,
        supporter.partnership,
        greatest(supporter.role_from, coalesce(min(helped.from_day), supporter.role_from))  as day
    from listed as supporter
    left join helped
        on helped.kind = supporter.kind and helped.partnership = supporter.partnership
        and coalesce(helped.left_on, supporter.role_from + 1) > supporter.role_from
        and helped.from_day < coalesce(supporter.left_on, supporter.left_before, helped.from_day + 1)
    where supporter.role_named = 'supporter'
    group by supporter.school_id, supporter.kind, supporter.partnership, supporter.role_from

),

everyone as (

    select
        listed.school_id,
        listed.kind,
        listed.partnership,
        case when role_named = 'supporter'                                       then 'supporter'
             when role_named is not null                                         then role_named
             when is_named                                                       then null
             when membership_source = 'geography'                                then coalesce(partnership_kind.area_role, 'member')
             when partnership_kind.has_route and sponsored                       then 'supported'
             when first_help.day > listed.joined
               and first_help.day < coalesce(listed.left_on, listed.left_before, first_help.day + 1)
                                                                                 then 'supporter'
             else                                                                     'member' end     as role,
        case when role_named is not null                                         then 'named_in_list'
             when membership_source = 'geography'                                then 'area'
             when partnership_kind.has_route and sponsored                       then 'sponsored_route'
             when first_help.day > listed.joined
               and first_help.day < coalesce(listed.left_on, listed.left_before, first_help.day + 1)
                                                                                 then 'converter_there_before'
             else                                                                     'joined' end     as role_source,
        case when role_named = 'supporter'                                       then named_supporter.day
             when role_named is not null                                         then role_from
             when role_source = 'converter_there_before'                         then first_help.day
             else                                                                     listed.joined end as day
    from listed
    join partnership_kind using (kind)
    left join first_help using (kind, partnership)
    left join named_supporter using (school_id, kind, partnership)

)

-- A school once supported is no supporter in the same type.
select
    school_id,
    kind,
    partnership,
    case when role = 'supporter' and bool_or(role = 'supported') over (partition by school_id, kind) then 'member' else role end as role,
    role_source,
    day,
    (year(day) + 1)::smallint as cohort

from everyone
where role is not null
