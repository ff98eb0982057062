-- A partnership whose schools are nearly all in another, of any type, since or before they joined it: a federation in an area partnership, say.
-- key: inner_type, inner_partnership, outer_type, outer_partnership

with

size as (

    select partnership_type, partnership, count(*)::integer as schools
    from membership
    group by all
    having count(*) > 1

),

shared as (

    select
        a.partnership_type        as inner_type,
        a.partnership as inner_partnership,
        b.partnership_type        as outer_type,
        b.partnership as outer_partnership,
        count(*)::integer as schools_shared
    from membership as a
    join membership as b on b.school_id = a.school_id and (b.partnership_type, b.partnership) <> (a.partnership_type, a.partnership)
    group by all

)

select
    shared.*,
    inside.schools as inner_schools,
    around.schools as outer_schools

from shared
join size as inside on inside.partnership_type = inner_type and inside.partnership = inner_partnership
join size as around on around.partnership_type = outer_type and around.partnership = outer_partnership
cross join overlap_rule
where schools_shared >= overlap_rule.nested * inside.schools and inside.schools <= around.schools
