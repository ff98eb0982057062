-- The mean of all state-funded mainstream schools of a phase, year by year, of the measures published for ten years or more.
-- key: measure, phase, academic_year

select
    outcome.measure,
    outcome.phase,
    outcome.academic_year                         as academic_year,
    min(outcome.series_id)::integer                 as series_id,
    avg(exact(outcome.value))                     as value,
    count(*)::integer                             as schools

from outcome
join school using (school_id)
where outcome.value is not null and not school.independent and outcome.phase in ('primary', 'secondary')
group by outcome.measure, outcome.phase, outcome.academic_year
qualify count(*) over (partition by outcome.measure, outcome.phase) >= 10
order by outcome.measure, outcome.phase, outcome.academic_year
