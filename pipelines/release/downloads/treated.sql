-- Schools that joined a type of partnership in a role, on the type’s clock: whom the results of a type are of.
-- What a partnership brings from records of its own, without a page where anyone can read it, is not in it.
-- key: partnership_type, school_id

select
    partnership_type,
    role,
    compared_with.pool,
    school_id,
    partnership,
    cohort::integer as cohort

from counted_role
join compared_with using (partnership_type, role)
anti join (
    select school_id, partnership_type, partnership from membership where membership_source = 'list' and source_url is null
) as own_records using (school_id, partnership_type, partnership)
where cohort is not null
order by partnership_type, school_id
