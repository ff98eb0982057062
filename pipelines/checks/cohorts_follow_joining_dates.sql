-- A cohort is the calendar year of the start plus one: two full terms of membership before the results.

select school_id, kind, partnership, joined, cohort
from membership
where cohort is distinct from year(joined) + 1
