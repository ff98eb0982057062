-- A school in a partnership, as the register, an area or a published list has it.
-- What a partnership brings from records of its own, without a page where anyone can read it, is not in it.
-- key: school_id, kind, partnership

select
    membership.school_id,
    school.name                                                          as school_name,
    membership.kind,
    membership.partnership,
    membership.partnership_name,
    role.role,
    role_meaning.meaning                                                 as role_source,
    strftime(role.day, '%Y-%m-%d')                                       as role_from,
    role.cohort::integer                                                 as role_cohort,
    counted_role.role                                                    as type_role,
    strftime(counted_role.joined, '%Y-%m-%d')                            as type_joined,
    counted_role.cohort::integer                                         as type_cohort,
    membership.moved_from,
    membership.ended_because,
    partial_date(membership.joined, membership.joined_precision)         as joined,
    coalesce(membership.joined_precision, membership.no_date)            as joined_precision,
    partial_date(membership.left_on, membership.left_precision)          as left_on,
    strftime(membership.left_after, '%Y-%m-%d')                          as left_after,
    strftime(membership.left_before, '%Y-%m-%d')                         as left_before,
    membership.cohort::integer                                           as cohort,
    membership.membership_source,
    membership.evidence,
    membership.source,
    membership.source_url,
    strftime(membership.source_date, '%Y-%m-%d')                         as source_date

from membership
join school using (school_id)
left join role using (school_id, kind, partnership)
left join role_meaning using (role_source)
left join counted_role on counted_role.school_id = membership.school_id and counted_role.kind = membership.kind
where membership.membership_source <> 'list' or membership.source_url is not null
order by membership.kind, membership.partnership, membership.joined, membership.school_id
