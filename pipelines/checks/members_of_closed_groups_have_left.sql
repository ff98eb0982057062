-- Nobody is in a group of the register after the day it closed.

select membership.school_id, membership.partnership_type, membership.partnership, body.closed
from membership
join group_body as body on body.partnership_type = membership.partnership_type and body.partnership = membership.partnership
where body.closed is not null
  and membership.membership_source = 'register'
  and coalesce(membership.left_on > body.closed, membership.left_before is null)
