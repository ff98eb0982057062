-- A school in a partnership, of any type and from any source, on the clock of that partnership: the day it joined this body and the day it left, and how well each is known.
-- A day that cannot be known is null, with the reason in no_date. moved_from: the trust it came from. ended_because: what says that it left.
-- key: school_id, partnership_type, partnership

with

moved as (

    select
        member.* exclude (joined, joined_precision, no_date),
        case when move.school_id is not null then move.joined else member.joined end          as joined,
        case when move.contradicted                             then null
             when move.joined is distinct from member.joined and move.school_id is not null then 'day'
             else                                                    member.joined_precision end as joined_precision,
        case when coalesce(move.contradicted, false)            then 'later extracts have it elsewhere'
             when coalesce(move.joined, member.joined) is null  then member.no_date end          as no_date,
        move.joined_after,
        move.moved_from,
        move.next_joined,
        move.next_seen,
        -- Nobody joins after that day: then the school goes on under a number that no file has.
        case when school.closed >= coalesce(move.joined, member.joined, school.closed) then school.closed end as shut,
        rebrokered.urn is not null                                                              as rebrokered
    from stated_member as member
    join school using (school_id)
    left join trust_move as move using (school_id, partnership_type, partnership)
    left join (
        select distinct urn_school.school_id, arg_max(urn, (academic_year, urn)) as urn
        from rebrokered_academy join urn_school using (urn) group by all
    ) as rebrokered on rebrokered.school_id = member.school_id and move.next_joined is not null

),

ended as (

    -- Who is in another trust has left this one, a group that closed has no members, and a school that closed is in none; who is missing from an extract before that had left by then.
    select
        *,
        case when closed_on < coalesce(left_on, gone_by, left_before, closed_on + 1) then closed_on else left_on end as group_end,
        case when shut < coalesce(least(group_end, gone_by, left_before, next_seen), shut + 1) then shut else group_end end as said_on,
        case when next_joined <= coalesce(said_on, next_joined) then next_joined - 1 else said_on end   as ended_on,
        case when next_joined <= coalesce(said_on, next_joined) then case when rebrokered then 'rebrokered' else 'moved' end
             when said_on is distinct from group_end            then 'school_closed'
             when said_on is distinct from left_on              then 'group_closed'
             when left_on is not null                           then coalesce(ended_because, membership_source)
             when coalesce(left_before, gone_by) is not null    then 'missing_from_later_extract'
             when next_seen is not null                         then 'moved' end                        as because
    from moved

),

named as (

    select partnership_type, partnership, min(name) as name
    from group_body
    where partnership_type <> 'sponsor'
    group by all

)

select
    ended.school_id,
    ended.partnership_type,
    ended.partnership,
    coalesce(ended.partnership_name, named.name)                     as partnership_name,
    joined,
    joined_precision,
    no_date,
    case when joined is null then joined_by end                      as joined_by,
    joined_after,
    moved_from,
    ended_on                                                         as left_on,
    case when ended_on is null then coalesce(left_after, last_seen) end                    as left_after,
    case when ended_on is null then coalesce(left_before, gone_by, next_seen) end          as left_before,
    case when ended_on is not distinct from left_on and left_precision is not null then left_precision
         when ended_on is not null                                   then 'day'
         when left_before is not null                                then left_precision
         when coalesce(gone_by, next_seen) is not null               then 'between extracts' end as left_precision,
    because                                                          as ended_because,
    sponsor_led,
    converter,
    sponsor,
    role_named,
    role_from,
    cost_per_year,
    evidence,
    membership_source,
    other_sources,
    source,
    source_url,
    source_date,
    file_id,
    source_row,
    first_treated_year(joined)                                       as cohort

from ended
left join named on named.partnership_type = ended.partnership_type and named.partnership = ended.partnership
