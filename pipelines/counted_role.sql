-- Roles as comparisons count them: who supports by its results is a member first, from the year it joined.
-- Were it not, the members left would be those that did not do well enough later to support.
-- key: school_id, kind, role

select school_id, kind, partnership, cohort, role, role_evidence
from role

union all

select role.school_id, role.kind, role.partnership, membership.cohort, 'member' as role, role.role_evidence
from role
join membership using (school_id, kind, partnership)
where role.role = 'supporter' and role.role_evidence = 'results_before'
