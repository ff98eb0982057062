-- When a school may serve as a comparator: schools without a row in a pool always may, but in governance_supporter those listed alone.
-- key: pool, school_id

select pool, school_id, eligible_from::integer as eligible_from, treated_from::integer as treated_from from donor_pool order by pool, school_id
