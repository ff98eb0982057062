-- A school in an academic year: its pupils, whom it teaches, and whether it was a maintained school or an academy by then.
-- key: school_id, academic_year

with

published as (

    select source, school_id, academic_year, file_id, source_row
    from selected
    where decision = 'selected'

),

-- Pupils on roll in January: of several files of a year the first of this order that counts any.
counted as (

    select school_id, academic_year, 1 as place, source, roll as pupils
    from published join staged.school_characteristics using (file_id, source_row, academic_year)
    where source = 'school_characteristics'

    union all

    select school_id, academic_year, 2, source, pupils
    from published join staged.school_characteristics_ees using (file_id, source_row, academic_year)
    where source = 'school_characteristics_ees'

    union all

    select school_id, academic_year, 3, source, headcount
    from published join staged.exclusions using (file_id, source_row, academic_year)
    where source = 'exclusions'

    union all

    select school_id, academic_year, 4, source, headcount
    from published join staged.exclusions_termly using (file_id, source_row, academic_year)
    where source = 'exclusions_termly' and (time_identifier ilike 'spring%' or time_identifier ilike 'academic year%')

    union all

    select school_id, academic_year, 5, source, roll
    from published join staged.ks4_performance using (file_id, source_row, academic_year)
    where source = 'ks4_performance'

    union all

    select school_id, academic_year, 6, source, roll
    from published join staged.ks2_performance using (file_id, source_row, academic_year)
    where source = 'ks2_performance'

    union all

    select school_id, academic_year, 7, source, pupils_fte
    from published join staged.workforce_ratios using (file_id, source_row, academic_year)
    where source = 'workforce_ratios'

),

roll as (

    -- Two rows of a file are parts of a year, or of a school: the larger one stands for it.
    select school_id, academic_year, source as pupils_source, max(pupils) as pupils
    from counted
    where pupils > 0
    group by school_id, academic_year, source, place
    qualify row_number() over (partition by school_id, academic_year order by place, source) = 1

),

intake as (

    select
        school_id,
        academic_year,
        newest(fsm6_pct, roll) as fsm6_pct,
        newest(fsm_pct, roll)  as fsm_pct,
        newest(eal_pct, roll)  as eal_pct
    from (

        select school_id, academic_year, roll, fsm6_pct, fsm_pct, eal_pct
        from published join staged.school_characteristics using (file_id, source_row, academic_year)
        where source = 'school_characteristics'

        union all

        -- Of a year that the tables have, they stand.
        select school_id, academic_year, pupils, null, fsm_pct, eal_pct
        from published join staged.school_characteristics_ees using (file_id, source_row, academic_year)
        where source = 'school_characteristics_ees'
          and academic_year not in (select academic_year from staged.school_characteristics where academic_year is not null)

    )
    group by all

),

cohort as (

    select school_id, academic_year, disadvantaged_pct
    from published join staged.ks4_performance using (file_id, source_row, academic_year)
    where source = 'ks4_performance'

    union all

    select school_id, academic_year, disadvantaged_pct
    from published join staged.ks2_performance using (file_id, source_row, academic_year)
    where source = 'ks2_performance'

),

disadvantaged as (

    select school_id, academic_year, max(disadvantaged_pct) as disadvantaged_pct
    from cohort
    group by all

),

year as (

    select distinct school_id, academic_year from published where academic_year is not null

),

-- What the files of a year say of the school in it. Before 2010/11 no file distinguishes academies from others.
reported as (

    select school_id, academic_year, academy_type is not null as is_academy
    from published join staged.exclusions using (file_id, source_row, academic_year)
    where source = 'exclusions' and academic_year >= 2011

    union all

    select school_id, academic_year, academy_type is not null
    from published join staged.absence_ees using (file_id, source_row, academic_year)
    where source = 'absence_ees'

    union all

    select school_id, academic_year, published_academy(school_type)
    from published join staged.ks4_performance using (file_id, source_row, academic_year)
    where source = 'ks4_performance'

    union all

    select school_id, academic_year, published_academy(school_type)
    from published join staged.ks2_performance using (file_id, source_row, academic_year)
    where source = 'ks2_performance'

),

by_rows as (

    select
        school_id,
        max(academic_year) filter (not is_academy) as last_maintained,
        min(academic_year) filter (is_academy)     as first_academy
    from reported
    group by school_id

),

-- A URN that another followed, and of which nothing is said, was a maintained school's: academies are named in the files of their years.
by_register as (

    select
        school_id,
        min(coalesce(academy_opened, opened)) filter (is_academy)             as academy_from,
        min(academy_said) filter (is_academy)                                 as academy_said,
        max(maintained_said)                                                  as maintained_said,
        bool_or(is_academy is false or is_academy is null and urn <> school_id) as was_maintained
    from (
        select urn_school.school_id, urn.*, first_academy_type is not null or published_academy(type) as is_academy
        from urn_school join urn using (urn)
    )
    group by school_id

)

select
    year.school_id,
    year.academic_year,
    -- Academies stay academies. What opened early enough counts in the year, as with memberships.
    case when academy_from is not null
         then case when first_treated_year(academy_from) <= year.academic_year then 'academy' else 'maintained' end
         when year.academic_year <= greatest(last_maintained, year(maintained_said)) then 'maintained'
         when year.academic_year >= first_academy                                 then 'academy'
         when academy_said <= make_date(year.academic_year, 8, 31)                then 'academy'
         when academy_said is null and first_academy is null
           and (was_maintained or last_maintained is not null or year.academic_year <= 2010) then 'maintained'
    end as type_group,
    roll.pupils,
    roll.pupils_source,
    intake.fsm6_pct,
    intake.fsm_pct,
    disadvantaged.disadvantaged_pct,
    intake.eal_pct

from year
left join by_rows using (school_id)
left join by_register using (school_id)
left join roll using (school_id, academic_year)
left join intake using (school_id, academic_year)
left join disadvantaged using (school_id, academic_year)
