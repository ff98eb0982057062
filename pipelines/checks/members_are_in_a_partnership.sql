-- Every membership is in a partnership that is described, of a school that is described.

select membership.school_id, membership.partnership_type, membership.partnership
from membership
left join partnership using (partnership_type, partnership)
left join school using (school_id)
where partnership.name is null or school.school_id is null
