-- What joining was followed by, in the layout of Explore Education Statistics: a row a result and period since joining.
-- key: partnership_type, role, education_phase, measure, subgroup_of, subgroup, years_since_joining

with

result as (

    select unnest(columns.id)                as id,
           unnest(columns.partnership_type)  as partnership_type,
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
           unnest(columns."from")            as "from",
           unnest(columns."to")              as "to",
           unnest(columns.first_year)        as first_year,
           unnest(columns.last_year)         as last_year,
           unnest(columns.detectable)        as detectable,
           unnest(columns.low)               as low,
           unnest(columns.high)              as high,
           unnest(columns.early_from) as early_from,
           unnest(columns.early_to)   as early_to,
           unnest(columns.early_low)         as early_low,
           unnest(columns.early_high)        as early_high,
           unnest(columns.development_from) as development_from,
           unnest(columns.development_to)   as development_to,
           unnest(columns.development_low)   as development_low,
           unnest(columns.development_high)  as development_high,
           unnest(columns.longer_term_from) as longer_term_from,
           unnest(columns.longer_term_to)   as longer_term_to,
           unnest(columns.longer_term_low)   as longer_term_low,
           unnest(columns.longer_term_high)  as longer_term_high
    from result_index

),

long as (

    select *, 1 as place, 'overall' as period, 'Years 0 to 4' as years, "from" as effect_from, "to" as effect_to, low as effect_low, high as effect_high from result
    union all by name
    select *, 2 as place, 'early' as period, 'Early (years 0 and 1)' as years, early_from as effect_from, early_to as effect_to, early_low as effect_low, early_high as effect_high from result
    union all by name
    select *, 3 as place, 'development' as period, 'Development (years 2 and 3)' as years, development_from as effect_from, development_to as effect_to, development_low as effect_low, development_high as effect_high from result
    union all by name
    select *, 4 as place, 'longer_term' as period, 'Longer term (from year 4)' as years, longer_term_from as effect_from, longer_term_to as effect_to, longer_term_low as effect_low, longer_term_high as effect_high from result

),

span as (

    select max(academic_year)::integer as last_year from outcome where value is not null

)

select
    six_digit_year(coalesce(long.last_year, span.last_year))          as time_period,
    'Academic year'                                                  as time_identifier,
    'National'                                                       as geographic_level,
    'E92000001'                                                      as country_code,
    'England'                                                        as country_name,
    type_label.label                                                 as partnership_type,
    upper(long.role[1]) || long.role[2:]                             as role,
    upper(long.phase[1]) || long.phase[2:]                           as education_phase,
    measure_label.label                                              as measure,
    coalesce(upper(long.dimension[1]) || replace(long.dimension[2:], '_', ' '), 'Total') as subgroup_of,
    coalesce(long.subgroup, 'Total')                                 as subgroup,
    long.years                                                       as years_since_joining,
    coalesce(long.unit, measure_label.unit)                          as unit,
    coalesce(upper(long.verdict[1]) || replace(long.verdict[2:], '_', ' '), 'None')   as verdict,
    coalesce(upper(long.strength[1]) || replace(long.strength[2:], '_', ' '), 'None') as strength,
    coalesce(item_text(long.absent), 'There is a result')             as why_absent,
    six_digits(long.effect_from)                                     as effect_from,
    six_digits(long.effect_to)                                       as effect_to,
    six_digits(long.effect_low)                                      as effect_low,
    six_digits(long.effect_high)                                     as effect_high,
    six_digits(result_error.effect_same_trend)                       as effect_same_trend,
    six_digits(result_error.se_same_trend)                           as se_same_trend,
    six_digits(result_error.effect_same_past)                        as effect_same_past,
    six_digits(result_error.se_same_past)                            as se_same_past,
    six_digits(long.sd)                                              as school_sd,
    six_digits(long.detectable)                                      as detectable,
    long.first_year,
    long.last_year,
    long.schools                                                     as school_count,
    long.partnerships                                                as partnership_count,
    release_facts.plan,
    release_facts.version,
    release_facts.made

from long
cross join span
cross join release_facts
left join result_error using (id, period)
join type_label on type_label.id = long.partnership_type
join measure_label on measure_label.id = long.measure
order by long.partnership_type, long.role, long.phase, long.measure, subgroup_of, subgroup, long.place
