-- The regressions behind every estimate: what change is expected of a school with given covariates.
-- key: phase, measure, pool, cohort, event_time, assumption

select * from expected_change order by phase, measure, pool, cohort, event_time, assumption
