-- Pupils of schools in January by groups of them, one row per published row.
-- key: file_id, source_row

select
    gathered.* exclude (is_whole, eal_figure, eal_missing, fsm_figure) replace (
        try_cast(urn as integer)          as urn,
        try_cast(laestab as integer)      as laestab,
        case when is_whole then eal_figure end as eal_pct,
        case when not is_whole       then 'not_applicable'
             when eal_figure is null then coalesce(eal_missing, 'not_in_file') end::reason_id as eal_pct_missing
    ),

    case when is_whole then fsm_figure end as fsm_pct,

    case
        when geographic_level <> 'School' or not regexp_full_match(urn, '\d{6}')          then null
        when is_whole                                                                     then 'school'
        when sex is not null and attendance_pattern is not null and breakdown is not null then 'breakdown'
    end as level,

    regexp_extract(lower(school_type), '(primary|secondary|special)') as school_phase,

    coalesce(school_type ilike '%independent%', false) as independent

from (

    -- The share of a group of pupils is printed in the row of that group.
    select
        cells.*,
        coalesce(sex = 'Total' and attendance_pattern = 'Total' and breakdown = 'Total', false)            as is_whole,
        max(eal_pct) filter (breakdown = 'First language other than English') over of_school                as eal_figure,
        max(eal_pct_missing::varchar) filter (breakdown = 'First language other than English') over of_school as eal_missing,
        max(eal_pct) filter (breakdown = 'FSM eligible') over of_school                                     as fsm_figure
    from cells
    window of_school as (partition by urn, academic_year, sex, attendance_pattern)

) as gathered
