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

),

successors as (

    select
        case when link_type = 'successor' then urn else link_urn end as urn,
        case when link_type = 'successor' then link_urn else urn end as successor,
        link_date
    from staged.gias_links
    where link_type in ('successor', 'predecessor')
      and snapshot = (select max(snapshot) from staged.gias_links)

),

succeeded as (

    -- A successor under another LAESTAB; a sponsored one nearly always has another, also where the files do not say which.
    select distinct ends.source, ends.laestab, ends.urn, ends.academic_year
    from ends
    join successors
        on successors.urn = ends.urn
        and successors.link_date > make_date(academic_year - 1, 9, 1)
        and successors.link_date <= make_date(academic_year, 9, 1)
    join urn as next on next.urn = successors.successor
    where not list_contains(next.laestabs, ends.laestab)
      and (len(next.laestabs) > 0 or coalesce(next.type, next.first_academy_type) ilike '%sponsor%')

),

last_holder as (

    select laestab, max(urn) as urn
    from (select urn, unnest(laestabs) as laestab from urn)
    group by laestab

)

select distinct ends.source, ends.laestab, ends.academic_year
from ends
left join urn using (urn)
left join succeeded using (source, laestab, urn, academic_year)
left join last_holder using (laestab)
where academic_year = last_of_laestab and (
    (academic_year = last_of_urn and academic_year < last_of_source)
    -- In the last year of the source only the register can state, and a school that converts keeps its LAESTAB and its exclusions.
    or (
        academic_year = last_of_source
        and (
            succeeded.urn is not null
            or urn.closed between make_date(academic_year - 1, 9, 1) and make_date(academic_year, 8, 31)
        )
        and last_holder.urn <= ends.urn
    )
)
