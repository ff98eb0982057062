-- Partnerships, or areas of them, of which it cannot be inferred who was in them, or whether some schools were: why, and how many schools that may be.
-- key: partnership_type, partnership, why

select
    partnership_type,
    partnership,
    min(partnership_name)              as partnership_name,
    why,
    undecided_reason.meaning           as meaning,
    sum(schools)::integer              as schools

from (
    select partnership_type, partnership, partnership_name, why, schools from area_unresolved

    union all by name

    select partnership_type, partnership, min(partnership_name) as partnership_name, 'not_in_files' as why, count(distinct name)::integer as schools
    from listed_unmatched
    group by partnership_type, partnership
) as unresolved
join undecided_reason using (why)
-- A list states who was in it after all.
anti join (select distinct partnership_type, partnership, 'needs_list' as why from listed_row) as listed using (partnership_type, partnership, why)
group by all
