-- Schools that joined a type of partnership in a role, on the type’s clock: whom the results of a type are of.
-- What a partnership brings from records of its own, without a page where anyone can read it, is not in it.
-- key: kind, school_id

select
    kind,
    role,
    compared_with.pool,
    school_id,
    partnership,
    cohort::integer as cohort

from counted_role
join compared_with using (kind, role)
anti join (
    select school_id, kind, partnership from membership where membership_source = 'list' and source_url is null
) as own_records using (school_id, kind, partnership)
where cohort is not null
order by kind, school_id
