-- From when to when a school may serve in a donor pool: whom the schools of a partnership type and role are compared with.
-- eligible_from: the first academic year it may serve; null for always. treated_from: the first in which it no longer does, being treated itself; null for never, 0 for treated since an unknown day.
-- A school without a row in a donor pool may always serve in it, but in governance_supporter, whose rows are all that may serve.
-- governance: schools in no trust with others, no federation, no foundation and no umbrella trust, and not opened by a sponsor.
-- A single-academy trust joins no other school, so that a converter on its own may serve; in the donor pool of that type itself nobody in any of them does.
-- governance_supporter: converter academies, in a trust or alone, in no body that has a sponsor-led academy at the same time.
-- The other donor pools have the name of their type, and NAME_supporter is of schools that neither give nor get help in it.
-- key: pool, school_id

with

joined as (

    -- The first treated year in a partnership type: of a day unknown the year after the last that has it elsewhere, or 0.
    select
        school_id,
        partnership_type,
        min(coalesce(cohort, first_treated_year(joined_after), 0)) as first_year
    from membership
    group by all

    union all

    -- Nobody stays a comparator once its own clock runs.
    select school_id, partnership_type, cohort as first_year
    from counted_role

),

governed as (

    select joined.school_id, min(first_year) as first_year
    from joined
    join type_rule using (partnership_type)
    where governance and partnership_type <> 'single_academy_trust'
    group by all

    union all

    select school_id, coalesce(first_treated_year(sponsor_led_on), 0) as first_year
    from academy_route
    where sponsor_led

),

helping as (

    select school_id, partnership_type, min(coalesce(cohort, 0)) as first_year
    from role
    where role in ('supported', 'supporter')
    group by all

),

beside_sponsored as (

    -- In a body together with a sponsor-led academy, or one itself.
    select
        member.school_id,
        min(coalesce(first_treated_year(greatest(member.joined, sponsored.joined)), 0)) as first_year
    from membership as member
    join membership as sponsored using (partnership_type, partnership)
    where partnership_type in ('multi_academy_trust', 'single_academy_trust')
      and sponsored.sponsor_led
      and coalesce(coalesce(member.left_on, member.left_before) >= sponsored.joined, true)
      and coalesce(coalesce(sponsored.left_on, sponsored.left_before) >= member.joined, true)
    group by member.school_id

    union all

    select school_id, coalesce(first_treated_year(sponsor_led_on), 0) as first_year
    from academy_route
    where sponsor_led

),

converters as (

    select
        school_id,
        coalesce(first_treated_year(converted_on), year(converted_by) + (month(converted_by) >= 9)::integer) as eligible_from
    from academy_route
    where converter

),

pools as (

    select 'governance' as pool, school_id, null::integer as eligible_from, min(first_year) as treated_from
    from governed
    group by school_id

    union all

    select 'governance_supporter' as pool, converters.school_id, min(eligible_from) as eligible_from, min(first_year) as treated_from
    from converters
    left join beside_sponsored using (school_id)
    group by converters.school_id

    union all

    select partnership_type as pool, school_id, null as eligible_from, min(first_year) as treated_from
    from (
        select partnership_type, school_id, first_year from joined
        union all
        select 'single_academy_trust' as partnership_type, school_id, first_year from governed
    )
    join type_rule using (partnership_type)
    where not governance or partnership_type = 'single_academy_trust'
    group by all

    union all

    select partnership_type || '_supporter' as pool, school_id, null as eligible_from, first_year as treated_from
    from helping
    join type_rule using (partnership_type)
    where not governance or partnership_type = 'single_academy_trust'

)

select
    pool,
    school_id,
    eligible_from::smallint as eligible_from,
    treated_from::smallint  as treated_from

from pools
