-- Each result of all schools of a type, role and phase, with what it takes to work it out again: the donor pool, the scale and the unit.
-- own_records: whether somebody in the donor pool, or among those compared with it, is there by records of a partnership’s own, which no download has.
-- key: id

with

result as (

    select unnest(columns.partnership_type)      as partnership_type,
           unnest(columns.role)      as role,
           unnest(columns.phase)     as phase,
           unnest(columns.measure)   as measure,
           unnest(columns.dimension) as dimension,
           unnest(columns.absent)    as absent
    from result_index

)

select
    concat_ws('.', result.partnership_type, result.role, result.phase, result.measure) as id,
    result.partnership_type,
    type_label.label                as type_label,
    result.role,
    result.phase,
    result.measure,
    measure_label.label             as measure_label,
    analysed_measure.scale,
    analysed_measure.series_id,
    analysed_measure.unit,
    analysed_measure.unit_factor,
    compared_with.pool,
    compared_with.listed_alone,
    compared_with.is_governance,
    compared_with.pool in (
        select pool
        from membership
        join compared_with using (partnership_type)
        where membership.membership_source = 'list' and membership.source_url is null
    )                               as own_records

from result
join compared_with using (partnership_type, role)
join analysed_measure using (phase, measure)
join type_label on type_label.id = result.partnership_type
join measure_label on measure_label.id = result.measure
where result.dimension is null and result.absent is null
order by result.partnership_type, result.role, result.phase, result.measure
