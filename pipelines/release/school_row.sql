-- A row of the index that schools are found by: every number a school has had, with the name it had then.
-- key: urn

select
    school.school_id                                    as id,
    urn_school.urn,
    coalesce(urn.name, school.name)                     as name,
    coalesce(school.la_name, '')                        as authority,
    coalesce(school.postcode, '')                       as postcode,
    school.phase,
    (school.school_id // 100)::varchar                  as shard

from urn_school
join school using (school_id)
left join urn using (urn)
order by name, urn_school.urn
