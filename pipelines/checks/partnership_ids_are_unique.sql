-- An id is of one partnership, whatever its type and whoever knows of it.

select partnership, list(partnership_type order by partnership_type) as partnership_types
from partnership
group by partnership
having count(*) > 1
