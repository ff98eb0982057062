-- A school in an academic year: what the covariates are made from.
-- key: school_id, academic_year

select
    school_id,
    academic_year::integer                                                             as academic_year,
    school_year.pupils,
    coalesce(school_year.fsm6_pct, school_year.disadvantaged_pct, school_year.fsm_pct) as free_meals_pct,
    school_year.eal_pct,
    governance_year.form::integer                                                             as governance

from school_year
join school using (school_id)
left join governance_year using (school_id, academic_year)
where not school.independent
order by school_id, academic_year
