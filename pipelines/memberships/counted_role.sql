-- The one role of a school in a partnership type, on the clock of the type: from the first day in any partnership of it.
-- A sponsor-led academy is supported from its first sponsor-led opening, and a supporter gives from the first sponsor-led academy that came while it was there.
-- body_cohort: the first treated year on the clock of the partnership.
-- A sponsor-led academy of which no file knows the trust is supported all the same: it has no partnership.
-- key: school_id, partnership_type

with

candidates as (

    -- A role that a list names goes before what any rule says in the same type.
    select
        role.*,
        membership.joined as joined_body,
        bool_or(membership.joined is null) over (partition by role.school_id, role.partnership_type) as any_undated,
        min(membership.joined) over (partition by role.school_id, role.partnership_type)             as first_joined
    from role
    join membership using (school_id, partnership_type, partnership)
    qualify role_source in ('named_in_list', 'rule')
        or not bool_or(role_source in ('named_in_list', 'rule')) over (partition by role.school_id, role.partnership_type)

),

chosen as (

    select *
    from candidates
    qualify row_number() over (
        partition by school_id, partnership_type
        order by role = 'supported' desc, role = 'supporter' desc, joined nulls last, partnership
    ) = 1

),

clocked as (

    select
        chosen.school_id,
        chosen.partnership_type,
        chosen.role,
        chosen.role_source,
        chosen.partnership,
        case when role_source = 'sponsored_route'                  then least(academy_route.sponsor_led_on, chosen.joined)
             when role_source in ('converter_there_before', 'named_in_list', 'rule') then chosen.joined
             -- Whoever was in another one of the type at an unknown date may have begun there.
             when any_undated                                      then null
             else                                                       first_joined end as joined,
        chosen.cohort as body_cohort
    from chosen
    left join academy_route using (school_id)

    union all by name

    select
        school_id,
        'multi_academy_trust'  as partnership_type,
        'supported'            as role,
        'sponsored_route'      as role_source,
        null                   as partnership,
        sponsor_led_on         as joined,
        null                   as body_cohort
    from academy_route
    anti join (select school_id from membership where partnership_type in ('multi_academy_trust', 'single_academy_trust')) as known using (school_id)
    where sponsor_led_on is not null

)

select
    school_id,
    partnership_type,
    role,
    role_source,
    partnership,
    joined,
    first_treated_year(joined) as cohort,
    body_cohort

from clocked
where joined is not null
