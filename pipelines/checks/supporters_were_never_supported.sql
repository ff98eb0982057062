-- A school once supported is not a supporter in the same partnership type.

select school_id, partnership_type
from role
where role in ('supported', 'supporter')
group by all
having count(distinct role) filter (role <> 'member') > 1
