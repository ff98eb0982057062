-- The role a school has in a kind of partnership, and the first academic year that counts as treated.
-- key: school_id, kind, role

with

placed as (

    -- A role that a list names goes before what any rule tells in the same kind.
    select membership.*, base_result.place
    from membership
    left join base_result on base_result.school_id = membership.school_id and base_result.cohort = membership.cohort
    where membership.cohort is not null
    qualify membership.role_named is not null
        or not bool_or(membership.role_named is not null) over (partition by membership.school_id, membership.kind)

),

by_rule as (

    -- Trusts and federations name no roles.
    select placed.*
    from placed
    join partnership_kind using (kind)
    where role_named is null and membership_source <> 'geography'

),

supported as (

    select
        school_id,
        kind,
        partnership,
        cohort,
        joined_partnership,
        case when sponsored then 'sponsored_academy' else 'results_before' end as role_evidence
    from by_rule
    cross join role_rule
    where sponsored or place <= role_rule.supported_below

    union all

    select
        school_id,
        kind,
        partnership,
        (year(role_from) + 1)::smallint                                           as cohort,
        role_from                                                                 as joined_partnership,
        if(membership_source = 'rule', 'rule', 'named_in_list')                   as role_evidence
    from placed
    where role_named = 'supported'

    union all

    select school_id, kind, partnership, cohort, joined_partnership, 'area' as role_evidence
    from placed
    join partnership_kind using (kind)
    where role_named is null and membership_source = 'geography' and partnership_kind.area_role = 'supported'

),

giving as (

    -- A member already there when the first supported school joins after it: the clock starts then.
    select
        member.school_id,
        member.kind,
        member.partnership,
        min(year(supported.joined_partnership) + 1)::smallint as cohort
    from by_rule as member
    join supported
        on supported.kind = member.kind and supported.partnership = member.partnership
        and supported.joined_partnership > member.joined_partnership
        and supported.school_id <> member.school_id
        and coalesce(member.left_on, member.left_before, supported.joined_partnership + 1) > supported.joined_partnership
    group by all

),

helped as (

    -- Whom a supporter that a list names may help: the supported, and where a list names none, the members.
    select
        placed.school_id,
        placed.kind,
        placed.partnership,
        coalesce(supported.joined_partnership, placed.joined_partnership)  as joined_partnership,
        coalesce(left_on, left_before)                                     as left_on,
        supported.school_id is not null                                    as is_supported
    from placed
    left join supported using (school_id, kind, partnership)
    where role_named is distinct from 'supporter'
    qualify is_supported or not bool_or(is_supported) over (partition by placed.kind, placed.partnership)

),

named_supporters as (

    -- The clock starts when the first of them joins, or when the supporter does if that is later; where nobody is known to be helped, then too.
    select
        supporter.school_id,
        supporter.kind,
        supporter.partnership,
        (year(greatest(supporter.role_from, coalesce(min(helped.joined_partnership), supporter.role_from))) + 1)::smallint as cohort,
        'named_in_list' as role_evidence
    from placed as supporter
    left join helped
        on helped.kind = supporter.kind and helped.partnership = supporter.partnership
        and coalesce(helped.left_on, supporter.role_from + 1) > supporter.role_from
        and helped.joined_partnership < coalesce(supporter.left_on, supporter.left_before, helped.joined_partnership + 1)
    where supporter.role_named = 'supporter'
    group by supporter.school_id, supporter.kind, supporter.partnership, supporter.role_from

),

supporters as (

    select everyone.*
    from (
        select giving.*, 'results_before' as role_evidence
        from giving
        join base_result using (school_id, cohort)
        cross join role_rule
        where base_result.place > role_rule.supporter_above

        union all by name

        select * from named_supporters
    ) as everyone
    -- A school once supported is no supporter in the same kind.
    anti join supported using (school_id, kind)

),

others as (

    select
        placed.school_id,
        placed.kind,
        placed.partnership,
        placed.cohort,
        case when placed.role_named is not null                              then 'named_in_list'
             when placed.membership_source = 'geography'                     then 'area'
             when placed.place is null                                       then 'no_prior_results'
             else                                                                 'results_before' end as role_evidence
    from placed
    anti join supported using (school_id, kind)
    anti join supporters using (school_id, kind)

),

everyone as (

    select school_id, kind, partnership, cohort, 'supported' as role, role_evidence from supported
    union all by name
    select school_id, kind, partnership, cohort, 'supporter' as role, role_evidence from supporters
    union all by name
    select school_id, kind, partnership, cohort, 'member' as role, role_evidence from others

)

-- A school in several partnerships of a kind counts from the first.
select * from everyone
qualify row_number() over (partition by school_id, kind order by cohort, role_evidence <> 'named_in_list', partnership) = 1
