-- What a partnership’s page reads, as text; its outcomes are added to it.
-- key: partnership

with

place as (

    select
        membership.*,
        role.role,
        role_meaning.meaning                                 as role_source,
        origin.name                                          as moved_from_name,
        coalesce(left_on, left_before)                       as gone
    from membership
    left join role using (school_id, partnership_type, partnership)
    left join role_meaning using (role_source)
    left join partnership as origin on origin.partnership = membership.moved_from

),

kinds_of_school as (

    select school_id, count(distinct partnership_type) as partnership_types from membership where membership_source <> 'rule' group by all

),

numbered as (

    -- A number of which no day is known is taken to be an earlier one.
    select school_id, arg_max(urn_school.urn, (coalesce(urn.opened, urn.closed, date '0001-01-01'), urn_school.urn)) as urn
    from urn_school
    left join urn using (urn)
    group by all

),

renewed as (

    select membership.school_id, membership.partnership_type, membership.partnership, min(urn.opened) as new_urn
    from membership
    join urn_school using (school_id)
    join urn on urn.urn = urn_school.urn and urn.opened > membership.joined
    group by all

),

says as (

    select
        partnership_type,
        partnership,
        case definition_source when 'list' then coalesce(source_url, source)
                               when 'law'  then 'the law on this type of partnership' end as source
    from partnership

),

unresolved as (

    select partnership_type, partnership, string_agg(distinct meaning, '; ' order by meaning) as meaning
    from membership_undecided
    group by all

),

unmatched as (

    select partnership_type, partnership, list({urn: urn, name: name, "row": "row", file: file, why: why} order by file, "row", urn, name, why) as schools
    from listed_unmatched
    group by all

),

members as (

    select
        place.partnership_type,
        place.partnership,
        count(*)                                             as schools,
        count(place.joined)                                  as dated,
        list_sort(list(distinct school.region) filter (school.region is not null))   as regions,
        list_sort(list(distinct school.la_name) filter (school.la_name is not null)) as authorities,
        list({
            school_id:        place.school_id,
            urn:              numbered.urn,
            name:             school.name,
            phase:            school.phase,
            role:             place.role,
            role_source:    place.role_source,
            joined:           strftime(place.joined, '%Y-%m-%d'),
            joined_precision: coalesce(place.joined_precision, place.no_date),
            moved_from:       place.moved_from_name,
            moved_from_id:    place.moved_from,
            ended_because:    place.ended_because,
            "left":           strftime(place.gone, '%Y-%m-%d'),
            left_precision:   case when place.gone is null then null else coalesce(place.left_precision, 'by') end,
            cohort:           place.cohort,
            easting:          school.easting,
            northing:         school.northing,
            new_urn:          strftime(renewed.new_urn, '%Y-%m-%d'),
            other_types:      coalesce(kinds_of_school.partnership_types, 0) - (place.membership_source <> 'rule')::integer
        } order by place.joined nulls last, school.name, place.school_id) as members
    from place
    join school using (school_id)
    left join kinds_of_school using (school_id)
    join numbered using (school_id)
    left join renewed using (school_id, partnership_type, partnership)
    group by all

)

select
    partnership.partnership,
    to_json({
        id:               partnership.partnership,
        name:             partnership.name,
        partnership_type:             partnership.partnership_type,
        former_names:     partnership.former_names,
        sponsors:         partnership.sponsors,
        sponsors_evidence: partnership.sponsors_evidence,
        regions:          coalesce(members.regions, []),
        authorities:      coalesce(members.authorities, []),
        model:            partnership.model,
        services: [
            {service: 'statutory_school_improvement', runs: partnership.statutory_school_improvement},
            {service: 'traded_school_improvement',    runs: partnership.traded_school_improvement},
            {service: 'traded_business_support',      runs: partnership.traded_business_support}
        ],
        started:          partial_date(partnership.started, partnership.started_precision),
        ended:            partial_date(partnership.ended, partnership.ended_precision),
        source:           partnership.source,
        source_url:       partnership.source_url,
        source_date:      partnership.source_date::varchar,
        evidence:         partnership.evidence,
        note:             partnership.note,
        definition: [
            {feature: 'protocol',             part: 'feature',   met: partnership.protocol,             source: case when partnership.protocol <> 'unknown' then says.source end},
            {feature: 'shared_budget',        part: 'feature',   met: partnership.shared_budget,        source: case when partnership.shared_budget <> 'unknown' then says.source end},
            {feature: 'shared_staff',         part: 'feature',   met: partnership.shared_staff,         source: case when partnership.shared_staff <> 'unknown' then says.source end},
            {feature: 'joint_activities',     part: 'feature',   met: partnership.joint_activities,     source: case when partnership.joint_activities <> 'unknown' then says.source end},
            {feature: 'joint_governing_body', part: 'oversight', met: partnership.joint_governing_body, source: case when partnership.joint_governing_body <> 'unknown' then says.source end},
            {feature: 'management_group',     part: 'oversight', met: partnership.management_group,     source: case when partnership.management_group <> 'unknown' then says.source end},
            {feature: 'executive_head',       part: 'oversight', met: partnership.executive_head,       source: case when partnership.executive_head <> 'unknown' then says.source end},
            {feature: 'other_supervision',    part: 'oversight', met: partnership.other_supervision,    source: case when partnership.other_supervision <> 'unknown' then says.source end}
        ],
        meets_definition: partnership.meets_definition,
        cost_per_year:    partnership.cost_per_year,
        members:          coalesce(members.members, []),
        unmatched:        coalesce(unmatched.schools, []),
        attrition: [
            {step: 'Schools known to have been in it',      schools: coalesce(members.schools, 0), lost: unresolved.meaning},
            {step: 'With a date on which they joined',      schools: coalesce(members.dated, 0),
             lost: case when members.dated < members.schools then 'the date is not known, or is that of a bulk load' end}
        ]
    })::varchar as note

from partnership
join says using (partnership_type, partnership)
left join members using (partnership_type, partnership)
left join unresolved using (partnership_type, partnership)
left join unmatched using (partnership_type, partnership)
order by partnership.partnership
