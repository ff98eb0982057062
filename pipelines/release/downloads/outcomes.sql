-- A school’s value of a measure in an academic year, or the reason there is none.
-- key: measure, school_id, academic_year

select
    outcome.measure,
    outcome.school_id,
    outcome.academic_year::integer           as academic_year,
    outcome.phase,
    outcome.segment::integer                 as segment,
    six_digits(outcome.value)                as value,
    six_digits(outcome.low)                  as low,
    six_digits(outcome.high)                 as high,
    outcome.missing::varchar                 as missing,
    round(outcome.bridged, 4)                as bridged,
    outcome.bridged_missing::varchar         as bridged_missing,
    outcome.stage

from outcome
order by outcome.measure, outcome.school_id, outcome.academic_year
