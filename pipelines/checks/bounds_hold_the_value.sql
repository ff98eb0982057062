-- A value read from a hidden count lies between its bounds.

select measure, school_id, academic_year, low, value, high
from outcome
where low > value + 1e-9 or high < value - 1e-9
