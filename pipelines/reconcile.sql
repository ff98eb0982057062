-- Every printed total beside the interval that the school rows of its file allow.
-- key: source_row, "column"

with spread as (
    select
        file_id,
        level,
        "column",
        count(value)                                                               as figures,
        min(value)                                                                 as lowest,
        max(value)                                                                 as highest,
        max(value / nullif(pupils, 0))                                             as most_per_pupil,
        max(case when value = round(value)    then 0
                 when value = round(value, 1) then 1
                 when value = round(value, 2) then 2
                 when value = round(value, 3) then 3
                 when value = round(value, 4) then 4
                 when value = round(value, 5) then 5
                 else 6 end)                                                       as decimals,
        count(*) filter (value <> 0) >= 5
            and count(*) filter (value % 5 <> 0) = 0                               as by_five
    from figure
    where value is not null
    group by all
),

-- What each school adds: to a sum its figure, to a mean its figure times its weight.
addend as (
    select
        figure.* exclude (value),
        case kind when 'sum' then 1 else weight end                                as per,
        value,
        value is null and hides                                                    as is_hidden,
        case when kind = 'mean' and decimals is not null then 0.5 * power(10, -decimals)
             when decimals > 0                           then 0.5 * power(10, -decimals)
             else 0 end                                                            as half_unit,
        case missing
            when 'small_count'    then case kind when 'sum' then 1 else 100 / nullif(weight, 0) end
            when 'small_positive' then 0
            else case when kind = 'sum' or is_pct then 0 else lowest end
        end                                                                        as least,
        case missing
            when 'small_count'    then case kind when 'sum' then 2 else 200 / nullif(weight, 0) end
            when 'small_positive' then 0.5
            else case when kind = 'sum' then pupils * greatest(1, coalesce(most_per_pupil, 1)) when is_pct then 100 else highest end
        end                                                                        as most
    from figure
    left join spread using (file_id, level, "column")
    where figure.level = 'school' and counted and kind <> 'none'
),

cell as (
    select
        file_id, academic_year, time_identifier, region_name, la_code, school_phase, "column",
        count(*)::integer                                                          as schools,
        sum(value * per)                                                           as known,
        sum(per) filter (value is not null)                                        as known_per,
        sum(per) filter (value is not null or is_hidden)                           as all_per,
        sum(per * case when is_hidden then least else value - half_unit end)       as low,
        sum(per * case when is_hidden then most else value + half_unit end)        as high,
        count_if(is_hidden)::integer                                               as hidden,
        count_if(is_hidden and (most is null or per is null)
                 or value is not null and per is null and weight_hides)::integer   as unbounded,
        count_if(kind = 'mean' and coalesce(weight, 0) = 0)::integer               as weightless,
        count_if(silent)::integer                                                  as silent
    from addend
    group by all
),

area as (
    select
        file_id, academic_year, time_identifier, "column",
        case when grouping(la_code) = 0     then 'local_authority'
             when grouping(region_name) = 0 then 'region'
             else 'national' end                                                   as level,
        case when grouping(la_code) = 0     then la_code
             when grouping(region_name) = 0 then region_name
             else '' end                                                           as area,
        case when grouping(school_phase) = 1 then 'total' else school_phase end    as school_phase,
        sum(schools)::integer    as schools,
        sum(known)               as known,
        sum(known_per)           as known_per,
        sum(all_per)             as all_per,
        sum(low)                 as low,
        sum(high)                as high,
        sum(hidden)::integer     as hidden,
        sum(unbounded)::integer  as unbounded,
        sum(weightless)::integer as weightless,
        sum(silent)::integer     as silent
    from cell
    group by file_id, academic_year, time_identifier, "column",
        grouping sets ((la_code, school_phase), (la_code), (region_name, school_phase), (region_name), (school_phase), ())
),

authority as (
    select file_id, academic_year, count(distinct la_code)::integer as authorities
    from figure
    where level = 'school'
    group by all
),

printed as (
    select
        figure.*,
        case level when 'local_authority' then la_code when 'region' then region_name else '' end as area
    from figure
    where level in ('local_authority', 'region', 'national') and value is not null
)

select
    printed.file_id,
    printed.source_row,
    printed.level,
    nullif(printed.area, '')                                                       as area,
    printed.school_phase,
    nullif(printed.record_type, '')                                                as record_type,
    printed.academic_year,
    nullif(printed.time_identifier, '')                                            as time_identifier,
    printed."column",
    printed.kind,
    printed.value                                                                  as printed,
    case printed.kind when 'sum' then coalesce(known, 0) else known / known_per end as recomputed,
    case printed.kind when 'sum' then coalesce(low, 0) else low / all_per end      as low,
    case printed.kind when 'sum' then coalesce(high, 0) else high / all_per end    as high,
    -- Too few figures to tell the last place by: it is taken to be no coarser than the schools’.
    case when own.by_five     then 2.5
         when own.figures < 5 then 0.5 * power(10, -greatest(own.decimals, coalesce(schools_own.decimals, 0)))
         else 0.5 * power(10, -own.decimals) end                                   as half_unit,
    coalesce(area.schools, 0)                                                      as schools,
    coalesce(hidden, 0)                                                            as hidden,
    coalesce(unbounded, 0)                                                         as unbounded,
    coalesce(weightless, 0)                                                        as weightless,
    coalesce(area.silent, 0)                                                       as silent,
    coalesce(authorities, 0)                                                       as authorities,
    printed.beyond
from printed
join spread as own
    on own.file_id = printed.file_id and own.level = printed.level and own."column" = printed."column"
left join spread as schools_own
    on schools_own.file_id = printed.file_id and schools_own.level = 'school' and schools_own."column" = printed."column"
left join area
    on area.file_id = printed.file_id
    and area.level = printed.level
    and area.area = printed.area
    and area.school_phase = printed.school_phase
    and area.academic_year = printed.academic_year
    and area.time_identifier = printed.time_identifier
    and area."column" = printed."column"
left join authority
    on authority.file_id = printed.file_id and authority.academic_year = printed.academic_year
