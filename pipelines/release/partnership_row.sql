-- A row of the index that partnerships are found by, the file it is in apart.
-- key: id

with

place as (

    select
        membership.partnership_type,
        membership.partnership,
        role.role,
        school.region,
        school.phase,
        membership.joined,
        coalesce(membership.left_on, membership.left_before) as gone
    from membership
    join school using (school_id)
    left join role using (school_id, partnership_type, partnership)

)

select
    partnership.partnership                                                               as id,
    min(partnership.name)                                                           as name,
    coalesce(min(array_to_string(partnership.former_names, '; ')), '')              as former_names,
    partnership.partnership_type,
    coalesce(string_agg(distinct place.region, '; ' order by place.region), '')           as regions,
    min(partnership.model)::integer                                                 as model,
    coalesce(string_agg(distinct place.phase, '; ' order by place.phase), '')             as phases,
    count(place.partnership)::integer                                                     as schools,
    count(*) filter (place.role = 'supported')::integer                                   as supported,
    count(*) filter (place.role = 'supporter')::integer                                   as supporter,
    count(*) filter (place.role = 'member')::integer                                      as member,
    min(year(place.joined) + (month(place.joined) >= 9)::integer)::integer                as first_joined,
    max(year(place.gone) + (month(place.gone) >= 9)::integer)::integer                    as last_left

from partnership
left join place using (partnership_type, partnership)
group by partnership.partnership_type, partnership.partnership
order by name, id
