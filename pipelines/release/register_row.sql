-- What lists of schools are checked by, a row a URN: when it opened and closed, and who followed it.
-- key: urn

with

followed as (

    select urn, list(distinct link_urn order by link_urn) as successors
    from school_edge
    where link_type like 'successor%'
    group by urn

)

select
    urn_school.urn,
    strftime(urn.opened, '%Y-%m-%d')                    as opened,
    strftime(urn.closed, '%Y-%m-%d')                    as closed,
    coalesce(urn.la_code, '')                           as la_code,
    coalesce(array_to_string(followed.successors, ' '), if(urn_school.urn <> school_id, school_id::varchar, ''))  as successors

from urn_school
left join urn using (urn)
left join followed using (urn)
order by urn_school.urn
