-- How outcomes vary between and within schools, for the design of programmes.
-- key: phase, measure

select * from outcome_variance
order by phase, measure
