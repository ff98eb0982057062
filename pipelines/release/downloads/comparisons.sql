-- A school that is compared with one that joined, drawn once for all measures.
-- key: kind, role, school_id, comparator_id

select
    comparator.kind,
    comparator.role,
    comparator.cohort,
    comparator.school_id,
    school.name                     as school_name,
    comparator.comparator_id,
    other.name                      as comparator_name,
    comparator.weight

from comparator
join school using (school_id)
join school as other on other.school_id = comparator.comparator_id
order by comparator.kind, comparator.role, comparator.school_id, comparator.weight desc, comparator.comparator_id
