-- Schools that the rule of RISE would have chosen, as far back as inspections are published: two graded inspections in a row below good, the second of them requires improvement.
-- From the day the second was published until the next inspection that says otherwise. A placebo: the rule chose them afterwards, and nobody helped them for it.
-- key: school_id, partnership_type, partnership

with

graded as (

    -- An inspection that gave no overall grade is as its lower grade of education and of leadership says.
    select urn, inspection_date, publication_date, coalesce(overall_effectiveness, greatest(teaching, leadership)) as grade, file_id, source_row
    from staged.ofsted_inspections

    union all by name

    select urn, inspection_date, publication_date, coalesce(overall_effectiveness, greatest(quality_of_education, leadership)) as grade, file_id, source_row
    from staged.ofsted_latest

    union all by name

    select urn, inspection_date, publication_date, coalesce(overall_effectiveness, greatest(quality_of_education, leadership)) as grade, file_id, source_row
    from staged.ofsted_judgements

    union all by name

    -- A report card has words in the place of grades.
    select
        urn,
        inspection_date,
        publication_date,
        coalesce(overall_effectiveness, greatest(quality_of_education, leadership), published_report_card(report_card_leadership)) as grade,
        file_id,
        source_row
    from staged.ofsted_year_to_date

    union all by name

    -- Of a report card leadership and governance counts.
    select
        try_cast(coalesce(report_card_urn, urn_now::varchar) as integer)     as urn,
        report_card_date                                                    as inspection_date,
        null::date                                                          as publication_date,
        published_report_card(report_card_leadership)                           as grade,
        file_id,
        source_row
    from staged.ofsted_judgements

),

inspection as (

    -- Every extract repeats the last inspection of each school.
    select
        urn_school.school_id,
        graded.inspection_date,
        max(graded.grade)                                                   as grade,
        min(graded.publication_date)                                        as published,
        arg_min(struct_pack(file_id, source_row), (file_id, source_row))    as said
    from graded
    join urn_school using (urn)
    where graded.grade between 1 and 4 and graded.inspection_date is not null
    group by all

),

in_turn as (

    select
        *,
        lag(grade) over turn                                                as before,
        grade = 3 and coalesce(lag(grade) over turn >= 3, false)            as eligible
    from inspection
    window turn as (partition by school_id order by inspection_date)

),

first_time as (

    select * from in_turn
    where eligible
    qualify row_number() over (partition by school_id order by inspection_date) = 1

),

after as (

    select in_turn.school_id, min(in_turn.inspection_date) as ended
    from in_turn
    join first_time on first_time.school_id = in_turn.school_id and in_turn.inspection_date > first_time.inspection_date
    where not in_turn.eligible
    group by all

)

select
    first_time.school_id,
    'rise_rule'                                             as partnership_type,
    'rise_rule'                                             as partnership,
    'Would have been eligible for RISE'                     as partnership_name,
    coalesce(published, inspection_date)                    as joined,
    'day'                                                   as joined_precision,
    after.ended                                             as left_on,
    if(after.ended is null, null, 'day')                    as left_precision,
    'supported'                                             as role_named,
    coalesce(published, inspection_date)                    as role_from,
    'A'                                                     as evidence,
    'rule'                                                  as membership_source,
    'two published inspections in a row below good'         as source,
    said.file_id                                            as file_id,
    said.source_row                                         as source_row

from first_time
left join after using (school_id)
