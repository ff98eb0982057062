-- Schools that a partnership's list names and no file has, so that no figure counts them: by number, name and row of the list.
-- key: file, row, partnership

select
    partnership_type,
    partnership,
    partnership_name,
    urn,
    coalesce(school_name, urn::varchar)             as name,
    source_row                                      as "row",
    list                                            as file,
    'no file that was read has this URN'            as why

from listed_row
anti join urn_school using (urn)

union all by name

select
    partnership_type,
    partnership,
    partnership_name,
    name,
    source_row                                      as "row",
    list                                            as file,
    'no file that was read has ' || known_by        as why

from listed_lost
