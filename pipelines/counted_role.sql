-- The role a school has in a type of partnership, on the type's clock: the first day in any body of it, and for a sponsor-led academy its first sponsor-led opening.
-- key: school_id, kind

with

placed as (

    select
        role.*,
        membership.joined,
        case when role_source = 'sponsored_route' then least(role.day, sponsor_led.opened, membership.joined) else role.day end as type_day
    from role
    join membership using (school_id, kind, partnership)
    left join sponsor_led using (school_id)

),

unrecorded as (

    -- A sponsor-led academy of which no trust is recorded was supported all the same.
    select
        sponsor_led.school_id,
        'multi_academy_trust'                       as kind,
        'unrecorded:' || sponsor_led.school_id      as partnership,
        'supported'                                 as role,
        'sponsored_route'                           as role_source,
        null::date                                  as day,
        null::smallint                              as cohort,
        null::date                                  as joined,
        opened                                      as type_day
    from sponsor_led
    anti join (
        select school_id from membership where kind in ('multi_academy_trust', 'single_academy_trust')
    ) as recorded using (school_id)

),

everyone as (

    select * from placed
    union all by name
    select * from unrecorded

)

-- Who was ever supported counts as supported, who ever gave help as a supporter, each from the first day that it was.
select
    school_id,
    kind,
    role,
    role_source,
    partnership,
    min(type_day) over (partition by school_id, kind, role)                     as joined,
    (year(min(type_day) over (partition by school_id, kind, role)) + 1)::smallint as cohort,
    cohort                                                                       as body_cohort

from everyone
where type_day is not null
qualify row_number() over (
    partition by school_id, kind
    order by case role when 'supported' then 1 when 'supporter' then 2 else 3 end, type_day, day, partnership
) = 1
