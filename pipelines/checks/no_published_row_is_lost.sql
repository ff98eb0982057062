-- Every school row of a source that measures are read from is taken, or left for a stated reason, once.

select school_row.source, school_row.file_id, school_row.source_row
from school_row
anti join selected using (source, file_id, source_row)
