-- Where a school stood in its phase well before the base: lowest, middle or highest third of schools by its mean on the headline measure seven to five years before the first treated year of its type.
-- No role rests on it. third is null, with the reason in why, where no such year has results.
-- key: school_id, partnership_type

with

results as (

    select outcome.school_id, outcome.academic_year, school.phase, outcome.measure, outcome.standardised
    from outcome
    join school using (school_id)
    join headline on headline.phase = school.phase and headline.measure = outcome.measure
    where outcome.standardised is not null and outcome.phase = school.phase

),

cohorts as (select distinct cohort from counted_role),

means as (

    select results.school_id, results.phase, results.measure, cohorts.cohort, avg(results.standardised order by results.academic_year) as mean
    from results
    cross join earlier_window
    join cohorts on results.academic_year between cohorts.cohort + earlier_window."from" and cohorts.cohort + earlier_window."to"
    group by all

),

places as (

    select *, cume_dist() over (partition by phase, cohort order by mean) as place
    from means

)

select
    counted_role.school_id,
    counted_role.partnership_type,
    case when place <= 1/3 then 'lowest'
         when place <= 2/3 then 'middle'
         when place <= 1   then 'highest' end                  as third,
    places.measure                                             as measured_on,
    case when place is null then 'no results seven to five years before joining' end as why

from counted_role
left join places using (school_id, cohort)
