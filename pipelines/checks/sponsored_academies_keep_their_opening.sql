-- A sponsored academy is treated from its first sponsored opening, whichever trust it is in now.

select membership.school_id, membership.partnership, membership.joined, min(urn.academy_opened) as opened
from membership
join urn_school using (school_id)
join urn using (urn)
where membership.sponsored and urn.first_academy_type ilike '%sponsor%'
group by all
having membership.joined > opened
