-- What the schools of one partnership in one role did on one measure beyond what was expected, as its page says it.
-- key: partnership, role, phase, measure

select
    partnership.partnership_type,
    partnership_outcome.partnership,
    partnership.name                                  as partnership_name,
    partnership_outcome.role,
    partnership_outcome.phase,
    partnership_outcome.measure,
    partnership_outcome.unit,
    partnership_outcome.verdict,
    partnership_outcome.strength,
    partnership_outcome.strength_lost,
    partnership_outcome.absent,
    six_digits(partnership_outcome.effect_from)       as effect_from,
    six_digits(partnership_outcome.effect_to)         as effect_to,
    six_digits(partnership_outcome.effect_low)        as effect_low,
    six_digits(partnership_outcome.effect_high)       as effect_high,
    six_digits(partnership_outcome.effect_same_trend) as effect_same_trend,
    six_digits(partnership_outcome.se_same_trend)     as se_same_trend,
    six_digits(partnership_outcome.low_same_trend)    as low_same_trend,
    six_digits(partnership_outcome.high_same_trend)   as high_same_trend,
    six_digits(partnership_outcome.effect_same_past)  as effect_same_past,
    six_digits(partnership_outcome.se_same_past)      as se_same_past,
    six_digits(partnership_outcome.low_same_past)     as low_same_past,
    six_digits(partnership_outcome.high_same_past)    as high_same_past,
    partnership_outcome.looked_at,
    six_digits(partnership_outcome.chance)            as chance,
    partnership_outcome.first_year,
    partnership_outcome.last_year,
    partnership_outcome.schools

from partnership_outcome
join partnership using (partnership)
order by partnership.partnership_type, partnership_outcome.partnership, partnership_outcome.role, partnership_outcome.phase, partnership_outcome.measure
