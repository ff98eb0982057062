-- A school by each number it has had.
-- key: urn

select
    urn_school.urn,
    school.school_id,
    coalesce(urn.name, school.name)          as name,
    coalesce(urn.type, school.type)          as type,
    school.phase,
    school.la_code,
    school.la_name,
    school.region,
    school.postcode,
    school.easting,
    school.northing,
    strftime(urn.opened, '%Y-%m-%d')         as opened,
    strftime(urn.closed, '%Y-%m-%d')         as closed,
    school.independent,
    school.selective,
    school.sixth_form

from urn_school
join school using (school_id)
left join urn using (urn)
order by school.school_id, urn_school.urn
