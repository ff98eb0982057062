-- A school’s value of a measure in an academic year, or the reason there is none. Figures in full: estimates are made from them.
-- key: measure, school_id, academic_year

select
    outcome.measure,
    outcome.school_id,
    outcome.academic_year::integer           as academic_year,
    outcome.phase,
    outcome.series_id::integer                 as series_id,
    outcome.value,
    outcome.low,
    outcome.high,
    outcome.missing::varchar                 as missing,
    outcome.standardised,
    outcome.standardised_missing::varchar         as standardised_missing,
    outcome.stage

from outcome
order by outcome.measure, outcome.school_id, outcome.academic_year
