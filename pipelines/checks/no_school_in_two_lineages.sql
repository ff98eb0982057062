-- Every URN belongs to one school, and a school’s own number is one of its URNs.

select urn, count(*)::integer as schools
from urn_school
group by urn
having schools > 1

union all

select school_id as urn, 0 as schools
from urn_school
group by school_id
having not bool_or(urn = school_id)
