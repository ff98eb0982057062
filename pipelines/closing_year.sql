-- The last academic year of each LAESTAB that closes: about half of its exclusions were collected.
-- key: source, laestab, academic_year

with

counted as (

    select source, laestab, urn, academic_year
    from school_row
    where source in ('exclusions', 'exclusions_termly') and laestab is not null and pupils > 0

),

ends as (

    select distinct
        source,
        laestab,
        urn,
        academic_year,
        max(academic_year) over (partition by source, laestab) as last_of_laestab,
        max(academic_year) over (partition by source, urn)     as last_of_urn,
        max(academic_year) over (partition by source)          as last_of_source
    from counted

)

select distinct ends.source, ends.laestab, ends.academic_year
from ends
left join urn using (urn)
where academic_year = last_of_laestab and (
    (academic_year = last_of_urn and academic_year < last_of_source)
    -- In the last year of the source only the register can tell, and a school that converts keeps its LAESTAB and its exclusions.
    or (
        academic_year = last_of_source
        and urn.closed between make_date(academic_year - 1, 9, 1) and make_date(academic_year, 8, 31)
        and not exists (from urn as later where later.urn > ends.urn and list_contains(later.laestabs, ends.laestab))
    )
)
