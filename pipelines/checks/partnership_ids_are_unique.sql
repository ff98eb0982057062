-- An id is of one partnership, whatever its kind and whoever knows of it.

select partnership, list(kind) as kinds
from partnership
group by partnership
having count(*) > 1
