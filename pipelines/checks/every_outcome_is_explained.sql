-- Every outcome is a number or the reason there is none, never both and never neither.

select outcome.measure, outcome.school_id, outcome.academic_year, file.file, outcome.source_row
from outcome
join file using (file_id)
where (value is null) = (missing is null)
   or (standardised is null) = (standardised_missing is null)
