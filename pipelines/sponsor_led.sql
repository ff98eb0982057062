-- A school that was opened as a sponsor-led academy, and the day of its first opening so: the register’s route, or the files of its own years.
-- key: school_id

select
    urn_school.school_id,
    min(coalesce(urn.academy_opened, urn.opened)) as opened

from urn
join urn_school using (urn)
where urn.first_academy_type ilike '%sponsor%' or urn.type ilike '%sponsor%'
group by urn_school.school_id
