-- A school once supported is not a supporter in the same kind of partnership.

select school_id, kind
from role
where role in ('supported', 'supporter')
group by all
having count(distinct role) > 1
