-- How far a school’s values of two years go together, by the years between them.
-- key: phase, measure, lag

select * from outcome_covariance
order by phase, measure, lag
