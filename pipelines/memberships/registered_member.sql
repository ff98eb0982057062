-- A school in a body of the register: when it joined and left that body, and how well that is known.
-- key: school_id, partnership_type, partnership

with

ended as (

    select
        urn_school.school_id,
        link.*,
        body.closed,
        accounts.left_on                                                                    as accounts_left
    from group_link as link
    join urn_school using (urn)
    left join (select partnership, partnership_type, max(closed) as closed, min(company) as company, min(number) as number from group_body where partnership_type <> 'sponsor' group by all) as body
        on body.partnership = link.partnership and body.partnership_type = link.partnership_type
    left join (
        -- An academy that changed its trust in the year has a row for each.
        select urn, trust_uid, ltrim(regexp_replace(upper(company_number), '\.0+$', ''), '0') as company, max(left_date) as left_on
        from staged.finance_academies
        where left_date is not null
        group by all
    ) as accounts
        on accounts.urn = link.urn and (accounts.trust_uid = body.number or accounts.company = body.company)

),

by_urn as (

    select
        *,
        -- Who opened under the body joined it that day, though the register may be some days late.
        case when joined between opened and opened + register_lag() then opened else joined end         as joined_body,
        joined between opened and opened + register_lag()                                               as opened_there,
        coalesce(left_on, accounts_left)                                                    as ended_on,
        case when left_on is not null                               then 'membership_history'
             when accounts_left is not null                         then 'accounts' end     as ended_because
    from ended

)

select
    school_id,
    partnership_type,
    partnership,
    min(joined_body)                                                                        as joined,
    case when min(joined_body) is null                              then null
         when arg_min(opened_there, (joined_body, not opened_there)) filter (joined_body is not null) then 'opening of the academy'
         else                                                            'day' end          as joined_precision,
    case when min(joined_body) is null then oldest(no_date, first_seen) end                as no_date,
    min(joined_by)                                                                          as joined_by,
    list_sort(list_distinct(flatten(list(joined_dates) filter (joined_dates is not null)))) as joined_dates,
    bool_or(sponsor_led)                                                                    as sponsor_led,
    bool_or(converter)                                                                      as converter,
    -- The last of its numbers says whether it is there still.
    arg_max(struct_pack(ended_on, ended_because), (coalesce(joined_body, first_seen), first_seen, urn, ended_on, ended_because)).ended_on as left_on,
    arg_max(struct_pack(ended_on, ended_because), (coalesce(joined_body, first_seen), first_seen, urn, ended_on, ended_because)).ended_because as ended_because,
    max(coalesce(closed, closed_on))                                                        as closed_on,
    min(first_seen)                                                                         as first_seen,
    max(last_seen)                                                                          as last_seen,
    max(gone_by)                                                                            as gone_by,
    newest(sponsor, last_seen)                                                              as sponsor,
    'A'                                                                                     as evidence,
    'register'                                                                              as membership_source,
    case when bool_and(from_tables) then 'trust_tables' else 'gias_group_links' end         as source,
    min(first_said).file_id                                                                 as file_id,
    min(first_said).source_row                                                              as source_row

from by_urn
group by school_id, partnership_type, partnership
