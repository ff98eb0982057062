-- A membership of a body of the register starts on the day the register gives, or else when the school opened under that body.

select membership.school_id, membership.partnership_type, membership.partnership, membership.joined, min(group_link.joined) as register_joined
from membership
join urn_school using (school_id)
join group_link using (urn, partnership_type, partnership)
where membership.membership_source = 'register'
group by membership.school_id, membership.partnership_type, membership.partnership, membership.joined
having membership.joined < min(group_link.joined)
   and not coalesce(bool_or(membership.joined = group_link.opened), false)
