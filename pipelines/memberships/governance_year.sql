-- How a school was run in an academic year: 0 maintained, 1 an academy alone, 2 an academy in a trust of several.
-- key: school_id, academic_year

select
    school_year.school_id,
    school_year.academic_year,
    case when type_group = 'maintained'                              then 0
         when type_group = 'academy' and trust.school_id is not null then 2
         when type_group = 'academy'                                 then 1 end as form

from school_year
left join (
    select distinct school_id, academic_year
    from membership
    join (select distinct academic_year from school_year) as y
        on first_treated_year(joined) <= academic_year and coalesce(first_treated_year(coalesce(left_on, left_before)) > academic_year, true)
    where partnership_type = 'multi_academy_trust'
) as trust using (school_id, academic_year)
