-- A school in a partnership that keeps a list of its members: its dates and role over all rows of the list.
-- key: school_id, partnership_type, partnership

with

episodes as (

    select urn_school.school_id, listed_row.*
    from listed_row
    join urn_school using (urn)

),

members as (

    select
        school_id,
        partnership_type,
        partnership,
        arg_max(partnership_name, (coalesce(source_date, date '1900-01-01'), partnership_name)) as partnership_name,
        min(joined)                                                                         as joined,
        oldest(precision, joined)                                                           as joined_precision,
        -- Still there while any row has no end.
        case when bool_and(left_on is not null) then max(left_on) end                       as left_on,
        case when bool_and(left_on is not null) then newest(episodes.left_precision, left_on) end as left_precision,
        -- A school once supported is no supporter, and who gave or got help is no mere member.
        case when bool_or(role = 'supported') then 'supported'
             when bool_or(role = 'supporter') then 'supporter'
             else 'member' end                                                              as role_named,
        max(cost_per_year)                                                                  as cost_per_year,
        max(evidence)                                                                       as evidence,
        arg_max(source_url, (coalesce(source_date, date '1900-01-01'), source_url))         as source_url,
        max(source_date)                                                                    as source_date,
        arg_min(struct_pack(list, source_row), (list, source_row))                          as first_said
    from episodes
    group by all

)

select
    members.* exclude (first_said),
    (select min(episodes.joined) from episodes
     where episodes.school_id = members.school_id and episodes.partnership_type = members.partnership_type
       and episodes.partnership = members.partnership and episodes.role = members.role_named)   as role_from,
    case when joined is null then 'not said' end                                            as no_date,
    'list'                                                                                  as membership_source,
    first_said.list                                                                         as source,
    first_said.source_row                                                                   as source_row

from members
