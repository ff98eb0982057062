-- A row of the index that schools are found by: every number a school has had, with the name it had then. Schools near to each other stand together, which makes the file small.
-- key: urn

select
    school.school_id                                    as id,
    urn_school.urn,
    coalesce(urn.name, school.name)                     as name,
    coalesce(school.la_name, '')                        as authority,
    coalesce(school.postcode, '')                       as postcode,
    coalesce(urn.town, '')                              as town,
    coalesce(list_sort(urn.laestabs)[-1]::varchar, '')  as laestab,
    school.phase

from urn_school
join school using (school_id)
left join urn using (urn)
order by postcode, urn_school.urn
