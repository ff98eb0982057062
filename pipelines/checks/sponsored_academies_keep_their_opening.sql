-- A sponsor-led academy is treated in the type it is in from its first sponsor-led opening, whichever trust it is in now.

select counted_role.school_id, counted_role.partnership_type, counted_role.joined, academy_route.sponsor_led_on
from counted_role
join academy_route using (school_id)
where counted_role.role_source = 'sponsored_route' and counted_role.joined > academy_route.sponsor_led_on
