-- The role of a school in each partnership it was in, by what sources say and never by results, and the first academic year that counts as treated on the clock of that partnership.
-- joined: the day the clock starts. A supporter’s starts with the first school that it helps.
-- key: school_id, partnership_type, partnership

with

trust as (

    select school_id, partnership_type, partnership, joined, coalesce(joined, joined_by) as there_by, coalesce(left_on, left_before) as gone, sponsor_led, converter
    from membership
    where partnership_type in ('multi_academy_trust', 'single_academy_trust')

),

first_sponsored as (

    select partnership_type, partnership, min(joined) as day
    from trust
    where sponsor_led
    group by all

),

giving as (

    -- A converter already there when the trust’s first sponsor-led academy opened or joined.
    select trust.school_id, trust.partnership_type, trust.partnership, first_sponsored.day
    from trust
    join first_sponsored using (partnership_type, partnership)
    where trust.converter and not trust.sponsor_led
      and trust.there_by < first_sponsored.day
      and coalesce(trust.gone > first_sponsored.day, true)

),

helped as (

    -- Whom a supporter that a list names may help: the supported, and where a list names none, the members.
    select
        partnership_type,
        partnership,
        coalesce(role_from, joined)          as joined,
        coalesce(left_on, left_before)       as gone,
        role_named = 'supported' or type_rule.area_role = 'supported' as is_supported
    from membership
    join type_rule using (partnership_type)
    where role_named is distinct from 'supporter'
    qualify is_supported or not bool_or(coalesce(is_supported, false)) over (partition by partnership_type, partnership)

),

named_supporters as (

    -- The clock starts when the first of them joins, or when the supporter does if that is later; where nobody is known to be helped, then too.
    select
        supporter.school_id,
        supporter.partnership_type,
        supporter.partnership,
        greatest(supporter.role_from, coalesce(min(helped.joined), supporter.role_from)) as day
    from membership as supporter
    left join helped
        on helped.partnership_type = supporter.partnership_type and helped.partnership = supporter.partnership
        and coalesce(helped.gone, supporter.role_from + 1) > supporter.role_from
        and helped.joined < coalesce(supporter.left_on, supporter.left_before, helped.joined + 1)
    where supporter.role_named = 'supporter'
    group by supporter.school_id, supporter.partnership_type, supporter.partnership, supporter.role_from

),

stated as (

    select
        membership.school_id,
        membership.partnership_type,
        membership.partnership,
        case when role_named is not null                                                then role_named
             when trust.sponsor_led                                                     then 'supported'
             when giving.day is not null                                                then 'supporter'
             when membership_source = 'geography'                                       then type_rule.area_role
             else                                                                            'member' end as role,
        case when membership_source = 'rule'                                            then 'rule'
             when role_named is not null                                                then 'named_in_list'
             when trust.sponsor_led                                                     then 'sponsored_route'
             when giving.day is not null                                                then 'converter_there_before'
             when membership_source = 'geography'                                       then 'area'
             else                                                                            'joined' end as role_source,
        case when role_named = 'supporter'                                              then named_supporters.day
             when role_named is not null                                                then coalesce(role_from, membership.joined)
             when trust.sponsor_led                                                     then membership.joined
             when giving.day is not null                                                then greatest(giving.day, membership.joined)
             else                                                                            membership.joined end as joined,
        membership.joined as joined_body
    from membership
    join type_rule using (partnership_type)
    left join trust using (school_id, partnership_type, partnership)
    left join giving using (school_id, partnership_type, partnership)
    left join named_supporters using (school_id, partnership_type, partnership)

),

resolved as (

    -- A school that is supported anywhere is no supporter in the same type.
    select
        * replace (
            case when not_supporter then 'member' else role end                                   as role,
            case when not_supporter and role_source = 'converter_there_before' then 'joined' else role_source end as role_source,
            case when not_supporter then joined_body else joined end                              as joined
        )
    from (
        select *, role = 'supporter' and bool_or(role = 'supported') over (partition by school_id, partnership_type) as not_supporter
        from stated
    )

)

select
    school_id,
    partnership_type,
    partnership,
    role,
    role_source,
    joined,
    first_treated_year(joined) as cohort

from resolved
