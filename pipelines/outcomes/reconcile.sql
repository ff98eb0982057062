-- Every printed total next to the interval that the school rows of its file allow.
-- key: file_id, source_row, "column"

with key as (
    select row_number() over (order by file_id, academic_year, time_identifier, region_name, la_code, school_phase)::integer as cell, *
    from (
        select distinct file_id, academic_year, time_identifier, region_name, la_code, school_phase
        from line
        where level = 'school'
    )
),

school as (
    select file_id, cell, pupils, silent, unnest(figures, recursive := true)
    from line
    join key using (file_id, academic_year, time_identifier, region_name, la_code, school_phase)
    where level = 'school' and counts
),

total as (
    select
        file_id, source_row, level, record_type, school_phase, academic_year, time_identifier,
        case level when 'local_authority' then la_code when 'region' then region_name else '' end as area,
        unnest(figures, recursive := true)
    from line
    where level in ('local_authority', 'region', 'national')
),

spread as (
    select
        file_id,
        level,
        column_id,
        count(*)                                                               as figures,
        min(value)                                                             as lowest,
        max(value)                                                             as highest,
        max(value / nullif(pupils, 0))                                         as most_per_pupil,
        max(case when value = round(value)    then 0
                 when value = round(value, 1) then 1
                 when value = round(value, 2) then 2
                 when value = round(value, 3) then 3
                 when value = round(value, 4) then 4
                 when value = round(value, 5) then 5
                 else 6 end)                                                   as decimals,
        count_if(value <> 0) >= 5 and count_if(value % 5 <> 0) = 0             as by_five
    from (
        select file_id, 'school' as level, column_id, value, pupils from school
        union all
        select file_id, level, column_id, value, null from total
    )
    where value is not null
    group by all
),

-- The last printed place of a level. Fewer than five figures may all happen to end in 0: then it is that
-- of the schools, or of all percentages of the level, if finer.
place as (
    select
        file_id,
        level,
        column_id,
        by_five,
        case when figures >= 5 then decimals
             else greatest(
                 decimals,
                 max(decimals) filter (level = 'school') over (partition by file_id, column_id),
                 case when is_pct then max(decimals) over (partition by file_id, level, is_pct) end
             ) end                                                             as decimals
    from spread
    join described using (column_id)
),

-- What a school adds: to a sum its figure; to a mean its figure times its weight; to a rate 100 times its count.
addend as (
    select
        cell,
        column_id,
        silent,
        case kind when 'mean' then value * weight else value end               as amount,
        case when kind = 'sum' then 1
             when weight_missing = 'small_count' then 2
             when hides(weight_missing) then pupils
             else weight end                                                   as per,
        hides(missing) or hides(weight_missing)                                as is_hidden,

        -- From five decimals on, figures are written to six significant digits.
        case when kind <> 'mean' and decimals = 0 then 0
             when decimals >= 5                   then greatest(0.5 * power(10, -decimals), 5e-6 * abs(value))
             else 0.5 * power(10, -decimals) end
            * case kind when 'mean' then weight else 1 end                     as half_unit,

        case when missing = 'small_count'    then case kind when 'sum' then 1 else 100 end
             when missing = 'small_positive' then 0
             when kind = 'mean'              then case when is_pct then 0 else lowest end * per
             else 0 end                                                        as least,
        case when missing = 'small_count'    then case kind when 'sum' then 2 else 200 end
             when missing = 'small_positive' then 0.5 * per
             when kind = 'mean'              then case when is_pct then 100 else highest end * per
             when kind = 'rate'              then 100 * per
             else pupils * greatest(1, most_per_pupil) end                     as most
    from school
    join described using (column_id)
    left join spread on spread.file_id = school.file_id and spread.level = 'school' and spread.column_id = school.column_id
    where counted and kind <> 'none'
),

cell as (
    select
        cell,
        column_id,
        count(*)                                                               as schools,
        sum(exact(amount))                                                     as known,
        sum(exact(per))                       filter (amount is not null)      as known_per,
        sum(exact(per))                       filter (amount is not null or is_hidden) as all_per,
        sum(exact(case when is_hidden then least else amount - half_unit end)) as low,
        sum(exact(case when is_hidden then most  else amount + half_unit end)) as high,
        count_if(is_hidden)                                                    as hidden,
        count_if(is_hidden and (most is null or per is null))                  as unbounded,
        count_if(silent)                                                       as silent
    from addend
    group by all
),

area as (
    select
        file_id, academic_year, time_identifier, column_id,
        case when grouping(la_code) = 0     then 'local_authority'
             when grouping(region_name) = 0 then 'region'
             else 'national' end                                               as level,
        case when grouping(la_code) = 0     then la_code
             when grouping(region_name) = 0 then region_name
             else '' end                                                       as area,
        case when grouping(school_phase) = 1 then 'total' else school_phase end as school_phase,
        sum(schools)                                                           as schools,
        sum(known)::double                                                     as known,
        sum(known_per)::double                                                 as known_per,
        sum(all_per)::double                                                   as all_per,
        sum(low)::double                                                       as low,
        sum(high)::double                                                      as high,
        sum(hidden)                                                            as hidden,
        sum(unbounded)                                                         as unbounded,
        sum(silent)                                                            as silent
    from cell
    join key using (cell)
    group by
        file_id, academic_year, time_identifier, column_id,
        grouping sets ((la_code, school_phase), (la_code), (region_name, school_phase), (region_name), (school_phase), ())
),

authority as (
    select file_id, academic_year, count(distinct la_code) as authorities
    from key
    group by all
)

select
    file_id,
    source_row,
    level,
    nullif(area, '')                                                           as area,
    nullif(record_type, '')                                                    as record_type,
    school_phase,
    academic_year,
    nullif(time_identifier, '')                                                as time_identifier,
    name                                                                       as "column",
    kind,
    value                                                                      as printed,
    case kind when 'sum' then coalesce(known, 0) else known / nullif(known_per, 0) end as recomputed,
    case kind when 'sum' then coalesce(low, 0)   else low / nullif(all_per, 0) end     as low,
    case kind when 'sum' then coalesce(high, 0)  else high / nullif(all_per, 0) end    as high,
    case when by_five       then 2.5
         when decimals >= 5 then greatest(0.5 * power(10, -decimals), 5e-6 * abs(value))
         else 0.5 * power(10, -decimals) end                                   as half_unit,
    coalesce(schools, 0)::integer                                              as schools,
    coalesce(hidden, 0)::integer                                               as hidden,
    coalesce(unbounded, 0)::integer                                            as unbounded,
    coalesce(area.silent, 0)::integer                                          as silent,
    coalesce(authorities, 0)::integer                                          as authorities,
    lacking
from total
join described using (column_id)
join place using (file_id, level, column_id)
left join area using (file_id, level, area, school_phase, academic_year, time_identifier, column_id)
left join authority using (file_id, academic_year)
where value is not null
