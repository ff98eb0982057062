-- A partnership whose schools are nearly all in another, of any kind, since or before they joined it: a federation in an area partnership, say.
-- key: inner_kind, inner_partnership, outer_kind, outer_partnership

with

size as (

    select kind, partnership, count(*)::integer as schools
    from membership
    group by all
    having count(*) > 1

),

shared as (

    select
        a.kind        as inner_kind,
        a.partnership as inner_partnership,
        b.kind        as outer_kind,
        b.partnership as outer_partnership,
        count(*)::integer as schools_shared
    from membership as a
    join membership as b on b.school_id = a.school_id and (b.kind, b.partnership) <> (a.kind, a.partnership)
    group by all

)

select
    shared.*,
    inside.schools as inner_schools,
    around.schools as outer_schools

from shared
join size as inside on inside.kind = inner_kind and inside.partnership = inner_partnership
join size as around on around.kind = outer_kind and around.partnership = outer_partnership
cross join overlap_rule
where schools_shared >= overlap_rule.nested * inside.schools and inside.schools <= around.schools
