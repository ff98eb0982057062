-- Partnerships, or areas of them, of which it cannot be told who was in them, or whether some schools were: why, and how many schools that may be.
-- key: kind, partnership, why

select
    kind,
    partnership,
    any_value(partnership_name)        as partnership_name,
    why,
    undecided_reason.meaning           as meaning,
    sum(schools)::integer              as schools

from (
    select kind, partnership, partnership_name, why, schools from area_untold

    union all by name

    select kind, partnership, any_value(partnership_name) as partnership_name, 'not_in_files' as why, count(distinct name)::integer as schools
    from listed_unmatched
    group by kind, partnership
) as untold
join undecided_reason using (why)
-- A list tells who was in it after all.
anti join (select distinct kind, partnership, 'needs_list' as why from listed_row) as listed using (kind, partnership, why)
group by all
