-- When a school may serve as a comparator: schools without a row in a donor pool always may, but in governance_supporter those listed alone.
-- What a partnership brings from records of its own, without a page where anyone can read it, is not in it.
-- key: pool, school_id

select
    pool,
    school_id,
    eligible_from::integer as eligible_from,
    treated_from::integer  as treated_from

from donor_pool
anti join (
    select school_id, partnership_type as pool from membership where membership_source = 'list' and source_url is null
    union
    select school_id, partnership_type || '_supporter' from membership where membership_source = 'list' and source_url is null
) as own_records using (school_id, pool)
order by pool, school_id
