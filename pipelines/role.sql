-- The role a school has in a kind of partnership, and the first academic year that counts as treated.
-- key: school_id, kind, role

with

placed as (

    select membership.*, base_result.place
    from membership
    left join base_result on base_result.school_id = membership.school_id and base_result.cohort = membership.cohort
    where membership.cohort is not null

),

supported as (

    select
        *,
        case when sponsored then 'sponsored_academy' else 'results_before' end as role_evidence
    from placed
    cross join role_rule
    where sponsored or place <= role_rule.supported_below

),

giving as (

    -- A member already there when the first supported school joins after it: the clock starts then.
    select
        member.school_id,
        member.kind,
        member.partnership,
        min(year(supported.joined_partnership) + 1)::smallint as cohort
    from placed as member
    join supported
        on supported.kind = member.kind and supported.partnership = member.partnership
        and supported.joined_partnership > member.joined_partnership
        and supported.school_id <> member.school_id
        and coalesce(member.left_on, member.left_before, supported.joined_partnership + 1) > supported.joined_partnership
    anti join supported as helped on helped.school_id = member.school_id and helped.kind = member.kind
    group by all

),

supporters as (

    select giving.*, 'results_before' as role_evidence
    from giving
    join base_result using (school_id, cohort)
    cross join role_rule
    where base_result.place > role_rule.supporter_above

),

others as (

    select
        placed.school_id,
        placed.kind,
        placed.partnership,
        placed.cohort,
        case when placed.place is null then 'no_prior_results' else 'results_before' end as role_evidence
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
qualify row_number() over (partition by school_id, kind order by cohort, partnership) = 1
