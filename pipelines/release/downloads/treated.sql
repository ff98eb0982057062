-- Schools that joined a type of partnership in a role, on the type’s clock: whom the results of a type are of.
-- key: kind, school_id

select kind, role, school_id, partnership, cohort::integer as cohort from counted_role where cohort is not null order by kind, school_id
