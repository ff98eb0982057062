-- Every membership is in a partnership that is described, of a school that is described.

select membership.school_id, membership.kind, membership.partnership
from membership
left join partnership using (kind, partnership)
left join school using (school_id)
where partnership.name is null or school.school_id is null
