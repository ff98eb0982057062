-- The third of its phase that a school lay in by earlier results, measured outside the base, five to seven years before it joined on the type's clock. Schools without those years have no row. A subgroup, never a role.
-- key: school_id, kind

with

results as (

    select outcome.school_id, school.phase, outcome.academic_year, outcome.bridged
    from outcome
    join school using (school_id)
    join headline on headline.phase = school.phase and headline.measure = outcome.measure
    where outcome.bridged is not null and outcome.phase = school.phase and not school.independent

),

cohorts as (select distinct cohort from counted_role where cohort is not null),

means as (

    select results.school_id, results.phase, cohorts.cohort, avg(results.bridged) as mean
    from results
    cross join earlier_window
    join cohorts on results.academic_year between cohorts.cohort + earlier_window."from" and cohorts.cohort + earlier_window."to"
    group by all

),

placed as (

    select school_id, cohort, ntile(3) over (partition by phase, cohort order by mean, school_id) as place from means

)

select
    counted_role.school_id,
    counted_role.kind,
    case placed.place when 1 then 'lowest' when 2 then 'middle' else 'highest' end as third

from counted_role
join placed on placed.school_id = counted_role.school_id and placed.cohort = counted_role.cohort
