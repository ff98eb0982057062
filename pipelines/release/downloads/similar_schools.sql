-- The schools most like a school at the base, as they are named on its page: they illustrate, and no estimate rests on them.
-- key: school_id, place

select
    similar_school.school_id,
    school.name                     as school_name,
    similar_school.cohort,
    similar_school.place,
    similar_school.similar_id,
    other.name                      as similar_name

from similar_school
join school using (school_id)
join school as other on other.school_id = similar_school.similar_id
order by school_id, place
