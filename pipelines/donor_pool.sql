-- When a school may serve as a comparator in a donor pool: from eligible_from (null: always) until the academic year treated_from (null: no end; 0: treated since nobody knows when). A school without a row always may, except in governance_supporter, which holds converter academies alone.
-- key: pool, school_id

with

member as (

    select
        membership.school_id,
        membership.kind,
        partnership_kind.governance,
        (year(membership.joined) + 1)::smallint as cohort
    from membership
    join partnership_kind using (kind)

    union all

    -- Whoever counts as treated on the type's clock is no comparator from then on.
    select counted_role.school_id, counted_role.kind, partnership_kind.governance, counted_role.cohort
    from counted_role
    join partnership_kind using (kind)
    where counted_role.role <> 'supporter'

),

pooled as (

    select 'governance' as pool, school_id, cohort from member where governance
    union all
    -- Running alone as an academy is no partnership: such schools may serve for trusts; for them, schools in neither.
    select 'single_academy_trust', school_id, cohort from member where governance or kind = 'single_academy_trust'
    union all
    select kind, school_id, cohort from member where not governance and kind <> 'single_academy_trust'
    union all
    select kind || '_supporter', school_id, cohort
    from counted_role
    join partnership_kind using (kind)
    where role in ('supported', 'supporter') and not partnership_kind.governance

),

converter as (

    select urn_school.school_id, min(year(coalesce(urn.academy_opened, urn.opened)) + 1)::smallint as eligible_from
    from urn
    join urn_school using (urn)
    where urn.first_academy_type ilike '%convert%' or urn.type ilike '%convert%'
    group by urn_school.school_id

),

beside_help as (

    -- The first day in a body that has a sponsor-led academy at the same time.
    select member.school_id, min(year(greatest(member.joined, helped.joined)) + 1)::smallint as cohort
    from membership as member
    join partnership_kind using (kind)
    join membership as helped
        on helped.kind = member.kind and helped.partnership = member.partnership
        and helped.sponsored and helped.school_id <> member.school_id
        and helped.joined < coalesce(member.left_on, member.left_before, helped.joined + 1)
        and member.joined < coalesce(helped.left_on, helped.left_before, member.joined + 1)
    where partnership_kind.has_route
    group by member.school_id

)

select
    pool,
    school_id,
    null::smallint                                                              as eligible_from,
    (case when bool_or(cohort is null) then 0 else min(cohort) end)::smallint   as treated_from
from pooled
group by pool, school_id

union all

select 'governance_supporter', converter.school_id, converter.eligible_from, beside_help.cohort
from converter
left join beside_help using (school_id)
anti join sponsor_led using (school_id)
