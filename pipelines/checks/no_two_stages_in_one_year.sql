-- The outcomes of one measure and year come from one stage.

select measure, academic_year, list(distinct stage order by stage) as stages
from outcome
where stage is not null
group by all
having len(stages) > 1
