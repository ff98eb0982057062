-- No school has two outcomes of one measure in one year.

select measure, school_id, academic_year, count(*)::integer as outcomes
from outcome
group by all
having outcomes > 1
