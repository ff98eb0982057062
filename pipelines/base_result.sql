-- A school’s mean result on the bridged scale over the base window before a cohort’s first year, and where that stands in its phase.
-- key: school_id, cohort

with

results as (

    select outcome.school_id, outcome.academic_year, school.phase, outcome.bridged
    from outcome
    join school using (school_id)
    join headline on headline.phase = school.phase and headline.measure = outcome.measure
    where outcome.bridged is not null and outcome.phase = school.phase

),

cohorts as (

    select distinct cohort::smallint as cohort
    from generate_series((select min(academic_year) from results), (select max(academic_year) + 8 from results)) as s(cohort)

),

means as (

    select results.school_id, results.phase, cohorts.cohort, avg(results.bridged) as mean
    from results
    cross join base_window
    join cohorts on results.academic_year between cohorts.cohort + base_window."from" and cohorts.cohort + base_window."to"
    group by all

)

select
    school_id,
    cohort,
    mean,
    cume_dist() over (partition by phase, cohort order by mean) as place

from means
