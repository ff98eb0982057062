-- What a school’s page reads, as text, of the schools in chosen_school.
-- key: school_id

with

urns as (

    select
        urn_school.school_id,
        list({
            urn:    urn_school.urn,
            name:   urn.name,
            type:   urn.type,
            opened: strftime(urn.opened, '%Y-%m-%d'),
            closed: strftime(urn.closed, '%Y-%m-%d')
        } order by coalesce(urn.opened, urn.closed) nulls first, urn_school.urn) as urns
    from urn_school
    semi join chosen_school using (school_id)
    left join urn using (urn)
    group by all

),

series as (

    -- Sorted as lists: ordered aggregates take five times as long.
    select
        school_id,
        measure,
        list_sort(list({
            academic_year: academic_year,
            value:         six_digits(value),
            missing:       missing,
            series_id:       series_id,
            standardised:       round(standardised, 4)
        })) as points
    from outcome
    semi join chosen_school using (school_id)
    group by all

),

outcomes as (

    select
        school_id,
        list_sort(list({
            measure:  measure,
            years:    list_transform(points, lambda p: p.academic_year),
            values:   list_transform(points, lambda p: p.value),
            missing:  list_transform(points, lambda p: p.missing),
            comparable_series: list_transform(points, lambda p: p.series_id),
            standardised:  list_transform(points, lambda p: p.standardised)
        })) as outcomes
    from series
    group by all

),

memberships as (

    select
        membership.school_id,
        list({
            partnership:      membership.partnership,
            name:             membership.partnership_name,
            partnership_type:             membership.partnership_type,
            role:             role.role,
            joined:           strftime(membership.joined, '%Y-%m-%d'),
            joined_precision: membership.joined_precision,
            moved_from:       origin.name,
            moved_from_id:    membership.moved_from,
            sponsor:          membership.sponsor,
            "left":           strftime(coalesce(membership.left_on, membership.left_before), '%Y-%m-%d'),
            ended_because:    membership.ended_because,
            cohort:           membership.cohort
        } order by membership.joined nulls last, membership.partnership_type, membership.partnership) as memberships
    from membership
    semi join chosen_school using (school_id)
    left join role using (school_id, partnership_type, partnership)
    left join partnership as origin on origin.partnership = membership.moved_from
    group by all

)

select
    school.school_id,
    to_json({
        id:          school.school_id,
        name:        school.name,
        authority:   school.la_name,
        region:      school.region,
        postcode:    school.postcode,
        phase:       school.phase,
        type:        school.type,
        independent: school.independent,
        urns:        urns.urns,
        outcomes:    coalesce(outcomes.outcomes, []),
        memberships: coalesce(memberships.memberships, [])
    })::varchar as note

from school
semi join chosen_school using (school_id)
left join urns using (school_id)
left join outcomes using (school_id)
left join memberships using (school_id)
order by school.school_id
