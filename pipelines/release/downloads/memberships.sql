-- A school in a partnership, as the register, an area or a published list has it.
-- joined and cohort are on the clock of the partnership, joined_type and cohort_type on that of the type: the first day in any partnership of it.
-- What a partnership brings from records of its own, without a page where anyone can read it, is not in it.
-- key: school_id, partnership_type, partnership

select
    membership.school_id,
    school.name                                                          as school_name,
    membership.partnership_type,
    membership.partnership,
    membership.partnership_name,
    role.role,
    role.role_source,
    compared_with.pool,
    partial_date(membership.joined, membership.joined_precision)         as joined,
    coalesce(membership.joined_precision, membership.no_date)            as joined_precision,
    role.cohort::integer                                                 as cohort,
    counted_role.role                                                    as role_type,
    strftime(counted_role.joined, '%Y-%m-%d')                            as joined_type,
    counted_role.cohort::integer                                         as cohort_type,
    membership.moved_from,
    membership.sponsor,
    partial_date(membership.left_on, membership.left_precision)          as left_on,
    strftime(membership.left_after, '%Y-%m-%d')                          as left_after,
    strftime(membership.left_before, '%Y-%m-%d')                         as left_before,
    membership.ended_because,
    membership.membership_source,
    membership.evidence,
    membership.source,
    membership.source_url,
    strftime(membership.source_date, '%Y-%m-%d')                         as source_date

from membership
join school using (school_id)
left join role using (school_id, partnership_type, partnership)
left join compared_with on compared_with.partnership_type = role.partnership_type and compared_with.role = role.role
left join counted_role using (school_id, partnership_type)
where membership.membership_source <> 'list' or membership.source_url is not null
order by membership.partnership_type, membership.partnership, membership.joined, membership.school_id
