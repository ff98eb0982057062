-- What joining was followed by, in the layout of Explore Education Statistics: a row a result and stretch of years since joining.
-- key: kind, role, education_phase, measure, subgroup_of, subgroup, years_since_joining

with

stretch as (

    select unnest(columns.kind)              as kind,
           unnest(columns.role)              as role,
           unnest(columns.phase)             as phase,
           unnest(columns.measure)           as measure,
           unnest(columns.dimension)         as dimension,
           unnest(columns.subgroup)          as subgroup,
           unnest(columns.unit)              as unit,
           unnest(columns.sd)                as sd,
           unnest(columns.schools)           as schools,
           unnest(columns.partnerships)      as partnerships,
           unnest(columns.verdict)           as verdict,
           unnest(columns.strength)          as strength,
           unnest(columns.absent)            as absent,
           unnest(columns."value")           as "value",
           unnest(columns.low)               as low,
           unnest(columns.high)              as high,
           unnest(columns.early)             as early,
           unnest(columns.early_low)         as early_low,
           unnest(columns.early_high)        as early_high,
           unnest(columns.development)       as development,
           unnest(columns.development_low)   as development_low,
           unnest(columns.development_high)  as development_high,
           unnest(columns.longer_term)       as longer_term,
           unnest(columns.longer_term_low)   as longer_term_low,
           unnest(columns.longer_term_high)  as longer_term_high
    from result_index

),

long as (

    select *, 1 as place, 'Years 0 to 4' as years, "value" as effect, low as effect_low, high as effect_high from stretch
    union all by name
    select *, 2 as place, 'Early (years 0 and 1)' as years, early as effect, early_low as effect_low, early_high as effect_high from stretch
    union all by name
    select *, 3 as place, 'Development (years 2 and 3)' as years, development as effect, development_low as effect_low, development_high as effect_high from stretch
    union all by name
    select *, 4 as place, 'Longer term (from year 4)' as years, longer_term as effect, longer_term_low as effect_low, longer_term_high as effect_high from stretch

),

span as (

    select max(academic_year)::integer as last_year from outcome where value is not null

)

select
    printf('%d%02d', span.last_year - 1, span.last_year % 100)       as time_period,
    'Academic year'                                                  as time_identifier,
    'National'                                                       as geographic_level,
    'E92000001'                                                      as country_code,
    'England'                                                        as country_name,
    kind_label.label                                                 as kind,
    upper(long.role[1]) || long.role[2:]                             as role,
    upper(long.phase[1]) || long.phase[2:]                           as education_phase,
    measure_label.label                                              as measure,
    coalesce(upper(long.dimension[1]) || replace(long.dimension[2:], '_', ' '), 'Total') as subgroup_of,
    coalesce(long.subgroup, 'Total')                                 as subgroup,
    long.years                                                       as years_since_joining,
    coalesce(long.unit, measure_label.unit)                          as unit,
    coalesce(upper(long.verdict[1]) || replace(long.verdict[2:], '_', ' '), 'None')   as verdict,
    coalesce(upper(long.strength[1]) || replace(long.strength[2:], '_', ' '), 'None') as strength,
    coalesce(long.absent, 'There is a result')                       as why_absent,
    six_digits(long.effect)                                          as effect,
    six_digits(long.effect_low)                                      as effect_low,
    six_digits(long.effect_high)                                     as effect_high,
    six_digits(long.sd)                                              as school_sd,
    long.schools,
    long.partnerships

from long
cross join span
join kind_label on kind_label.id = long.kind
join measure_label on measure_label.id = long.measure
order by long.kind, long.role, long.phase, long.measure, subgroup_of, subgroup, long.place
