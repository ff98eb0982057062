-- A cohort is the first academic year that the plan lets count, two full terms of membership before the results.

select school_id, partnership_type, partnership, joined, cohort
from membership
where cohort is distinct from first_treated_year(joined)
