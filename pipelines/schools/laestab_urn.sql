-- The URN that goes with a LAESTAB: of the academic year, or of the school list, the register, or the first year that names one.
-- key: laestab, academic_year, evidence

with

of_the_year as (

    select laestab, academic_year, max(urn) as urn, 'absence_by_reason' as evidence
    from staged.absence_by_reason
    where level = 'school'
    group by all

),

listed as (

    select laestab, 0::smallint as academic_year, max(urn) as urn, 'school_list' as evidence
    from staged.school_list
    where laestab is not null
    group by all

),

registered as (

    select laestab, 0::smallint as academic_year, max(urn) as urn, 'register' as evidence
    from (
        select laestab, urn from staged.gias_establishments
        union all
        select laestab, urn from staged.school_information
    )
    where laestab is not null
    group by all

),

nearest as (

    select laestab, 0::smallint as academic_year, arg_min(urn, (academic_year, urn)) as urn, 'other_year' as evidence
    from of_the_year
    group by all

)

select * from of_the_year
union all
select * from listed
union all
select * from registered
union all
select * from nearest
