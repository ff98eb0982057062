-- A school in a group of the register: the day it joined this body and the day it left, and how well that is known.
-- key: school_id, kind, partnership

with

linked as (

    select
        urn_school.school_id,
        group_link.kind,
        group_link.partnership,
        arg_max(partnership_name, last_seen)                          as partnership_name,
        min(joined)                                                   as joined,
        min(opened)                                                   as opened,
        bool_or(sponsored)                                            as sponsored,
        bool_and(no_date = 'bulk load')                               as only_bulk_date,
        bool_or(no_date = 'placeholder')                              as has_placeholder,
        max(left_on)                                                  as left_on,
        min(closed_on)                                                as closed_on,
        max(last_seen)                                                as last_seen,
        max(gone_by)                                                  as gone_by,
        min(first_said)                                               as first_said
    from group_link
    join urn_school using (urn)
    group by all

),

placed as (

    select *, count(*) over (partition by school_id, kind) as bodies from linked

),

dated as (

    -- The register’s own date of joining. Where it has none that can be one, an academy that the register has known in this body alone opened under it.
    select
        * exclude (joined),
        coalesce(joined, case when sponsored and bodies = 1 then opened end)   as joined,
        case when joined is not null                                            then 'day'
             when sponsored and bodies = 1 and opened is not null               then 'opening of the academy' end as joined_precision
    from placed

),

ended as (

    -- The register’s leaving date, else the day the body closed, else between two extracts.
    select
        * exclude (left_on),
        case when closed_on < left_on then closed_on else coalesce(left_on, closed_on) end as left_on,
        case when closed_on < left_on or left_on is null and closed_on is not null then 'group_closed'
             when left_on is not null                                               then 'register'
             when gone_by is not null                                               then 'missing_from_later_extract' end as ended_because
    from dated

)

select
    school_id,
    kind,
    partnership,
    partnership_name,
    joined,
    joined_precision,
    sponsored,
    opened                                                      as academy_opened,
    case when joined is null and has_placeholder                then 'placeholder'
         when joined is null and only_bulk_date                 then 'bulk load'
         when joined is null                                    then 'not said' end as no_date,
    left_on,
    case when left_on is null then last_seen end                as left_after,
    case when left_on is null then gone_by end                  as left_before,
    case when left_on is not null                               then 'day'
         when gone_by is not null                               then 'between extracts' end as left_precision,
    ended_because,
    last_seen,
    'A'                                                         as evidence,
    'register'                                                  as membership_source,
    'gias_group_links'                                          as source,
    first_said.file_id                                          as file_id,
    first_said.source_row                                       as source_row

from ended
