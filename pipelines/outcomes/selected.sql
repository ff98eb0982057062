-- Which published row stands for a school in a year, where several files or stages hold one, and what became of the others.
-- key: source, file_id, source_row

with

keyed as (

    select
        school_row.*,
        urn_school.school_id,
        file.columns_read,
        case school_row.stage when 'provisional' then 1 when 'revised' then 2 else 3 end as stage_rank,

        -- Files that hold several years hold several rows a school and year: by term, by phase, or by LAESTAB.
        -- A file of one year holds several of an academy that changed its trust, each with its own time.
        case when file.academic_year is null
             then concat_ws(' ', coalesce(school_row.laestab, school_row.urn), time_identifier, school_phase)
             else coalesce(time_identifier, '') end as part,

        count(*) over (partition by school_row.source, school_row.file_id, school_row.laestab) as rows_of_laestab,

        -- The day of an extract, or the end of a file’s last year: of two files that hold the same year, which is newer.
        coalesce(
            file.snapshot,
            make_date(max(school_row.academic_year) over (partition by school_row.source, school_row.file_id), 8, 31)
        ) as as_of

    from school_row
    join urn_school using (urn)
    join file using (file_id)

),

matched as (

    -- A reduced file may carry a later URN that no lineage joins: the LAESTAB states that the row is the same school’s.
    select
        *,
        case when part = '' and laestab is not null and rows_of_laestab = 1
             then first_value(school_id) over (
                partition by source, academic_year, laestab, rows_of_laestab
                order by stage_rank desc, as_of desc, columns_read desc, file_id
             )
             else school_id end as same_school,
        max(pupils) over (partition by source, file_id) is not null as file_counts_pupils
    from keyed

),

ranked as (

    select
        *,
        max(stage_rank) over (partition by source, academic_year)                          as last_stage,

        -- Of exclusions the row of a whole year stands, and rows of its terms stand for years without one.
        source = 'exclusions_termly' and time_identifier not ilike 'academic year%'
            and bool_or(time_identifier ilike 'academic year%') over (partition by source, academic_year, same_school) as is_part_of_year,
        max(stage_rank) over (partition by source, academic_year, same_school, part)       as last_stage_of_school,
        first_value(struct_pack(file_id, source_row, columns_read, as_of, urn)) over (
            partition by source, academic_year, same_school, part
            order by stage_rank desc, as_of desc, columns_read desc, coalesce(pupils, 0) > 0 desc, file_id, source_row
        ) as best,

        -- Two URNs of one file that both have pupils, or may have where the file counts none: parts of a year.
        -- The blank row of an academy that opened in the year, next to its predecessor’s results, is no part.
        count(distinct urn) filter (coalesce(pupils, 0) > 0 or not file_counts_pupils) over (partition by source, file_id, academic_year, same_school, part) as parts

    from matched

)

select
    source,
    file_id,
    source_row,
    academic_year,
    stage,
    urn,
    laestab,
    school_phase,
    time_identifier,
    pupils,
    same_school as school_id,
    columns_read,
    as_of,
    parts::integer    as parts,
    best.file_id      as best_file_id,
    best.source_row   as best_source_row,
    best.columns_read as best_columns_read,
    best.as_of      as best_as_of,
    best.urn          as best_urn,

    case when stage_rank < last_stage and last_stage_of_school < last_stage then 'only in an earlier stage'
         when stage_rank < last_stage                                       then 'replaced by a later stage'
         when is_part_of_year                                               then 'part of a year that has a row'
         when best.file_id = file_id and best.source_row = source_row       then 'selected'
         else                                                                    'second row' end as decision

from ranked
