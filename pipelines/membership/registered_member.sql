-- A school in a group of the register: when it joined and left, and how well that is known.
-- key: school_id, kind, partnership

with

linked as (

    select
        urn_school.school_id,
        group_link.kind,
        group_link.partnership,
        arg_min(partnership_name, coalesce(joined, opened, last_seen))          as partnership_name,
        min(case when sponsored then coalesce(opened, joined) else joined end)  as joined,
        min(joined)                                                             as joined_partnership,
        bool_or(sponsored)                                                      as sponsored,
        bool_and(only_bulk_date)                                                as only_bulk_date,
        max(left_on)                                                            as left_on,
        max(last_seen)                                                          as last_seen,
        max(gone_by)                                                            as gone_by,
        min(first_said)                                                         as first_said
    from group_link
    join urn_school using (urn)
    group by all

),

sponsored_opening as (

    -- Sponsored academies named by the files of their own years, closed ones included.
    select
        urn_school.school_id,
        min(urn.academy_opened)                                 as opened,
        min(urn.urn)                                            as urn
    from urn
    join urn_school using (urn)
    where urn.first_academy_type ilike '%sponsor%'
    group by all

),

unrecorded as (

    select
        sponsored_opening.school_id,
        'sponsor'                                               as kind,
        'sponsor of ' || sponsored_opening.school_id            as partnership,
        'Sponsor not recorded'                                  as partnership_name,
        sponsored_opening.opened                                as joined,
        true                                                    as sponsored
    from sponsored_opening
    anti join (select school_id from linked where kind = 'sponsor') as recorded using (school_id)

),

dated as (

    -- A sponsored academy is treated from its first sponsored opening, whichever trust it is in now and under whichever URN.
    select
        everyone.* replace (
            case when everyone.sponsored then least(everyone.joined, sponsored_opening.opened) else everyone.joined end as joined
        ),
        coalesce(everyone.joined_partnership, everyone.joined, sponsored_opening.opened) as in_from
    from (
        select * from linked
        union all by name
        select * from unrecorded
    ) as everyone
    left join sponsored_opening using (school_id)

)

select
    school_id,
    kind,
    partnership,
    partnership_name,
    joined,
    case when joined is null                                    then null
         when sponsored                                         then 'opening of the academy'
         else                                                        'day' end as joined_precision,
    in_from                                                     as joined_partnership,
    sponsored,
    case when joined is null and only_bulk_date                 then 'bulk load'
         when joined is null                                    then 'not said' end as no_date,
    left_on,
    case when left_on is null then last_seen end                as left_after,
    case when left_on is null then gone_by end                  as left_before,
    case when left_on is not null                               then 'day'
         when gone_by is not null                               then 'between extracts' end as left_precision,
    'A'                                                         as evidence,
    'register'                                                  as membership_source,
    case when first_said is null then 'exclusions' else 'gias_group_links' end as source,
    first_said.file_id                                          as file_id,
    first_said.source_row                                       as source_row

from dated
