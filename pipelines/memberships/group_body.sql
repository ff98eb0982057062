-- Each group of the register, and the body it is: a sponsor of the company or the name of a trust is that trust.
-- A sponsor that is no trust is somebody outside: it has no body here, and its academies are in their own trusts.
-- key: partnership_type, number

with

said as (

    select group_type, group_uid, group_id, group_name, companies_house_number, group_open_date, group_incorporated_date,
           group_closed_date, snapshot, null::integer as urn
    from staged.gias_groups

    union all by name

    select group_type, group_uid, group_id, group_name, companies_house_number, group_open_date, group_incorporated_date,
           group_closed_date, snapshot, urn
    from staged.gias_group_links

    union all by name

    -- Trusts that the trust tables have and no extract of the register.
    select 'multi-academy trust' as group_type, group_uid, group_id, trust_name as group_name, companies_house_number,
           make_date(academic_year, 7, 31) as snapshot, urn
    from trust_listing
    anti join (
        select group_uid from staged.gias_groups
        union
        select group_uid from staged.gias_group_links
    ) as registered using (group_uid)

),

identified as (

    -- The trust history may come without the UID: the list of groups gives it, or links that have both.
    select group_id, min(group_uid) as group_uid
    from said
    where group_id is not null and group_uid is not null
    group by group_id

),

numbered as (

    select
        coalesce(type_rule.partnership_type, 'sponsor')                                       as partnership_type,
        coalesce(said.group_uid, identified.group_uid, said.group_id, said.group_name)   as number,
        body_name.title                                                                  as name,
        body_name.plain                                                                  as plain,
        body_name.core                                                                   as core,
        -- Extracts print a company with and without leading noughts, and some as a decimal.
        nullif(ltrim(regexp_replace(upper(companies_house_number), '\.0+$', ''), '0'), '') as company,
        coalesce(group_open_date, group_incorporated_date)                               as opened,
        group_closed_date                                                                as closed,
        said.group_name = upper(said.group_name)                                         as in_capitals,
        said.snapshot,
        said.urn,
        said.group_uid,
        said.group_id
    from said
    left join type_rule on type_rule.group_type = lower(said.group_type)
    left join identified on identified.group_id = said.group_id
    left join body_name on body_name.name = said.group_name
    -- What is no name in place of a sponsor’s is a remark.
    where (body_name.name is not null or said.group_name is null or lower(said.group_type) <> 'school sponsor')
      and (type_rule.partnership_type is not null or lower(said.group_type) = 'school sponsor')

),

spelled as (

    -- A name in capitals is spelled as it is elsewhere in small letters, a sponsor’s of the same name as a rule.
    select plain_name(name) as letters, arg_max(name, (snapshot, name)) as name
    from numbered
    where not in_capitals
    group by letters

),

groups as (

    select
        partnership_type,
        number,
        arg_max(coalesce(spelled.name, numbered.name), (snapshot, not in_capitals, numbered.name, spelled.name)) as name,
        arg_max(plain, (snapshot, not in_capitals, numbered.name, plain)) as plain,
        newest(company, snapshot)                                   as company,
        newest(group_id, snapshot)                                  as reference,
        min(opened)                                                 as opened,
        -- A group that the latest word has as open is open again.
        (arg_max(struct_pack(closed), (snapshot, closed)) filter (snapshot is not null)).closed as closed,
        list_sort(list_distinct(list(coalesce(spelled.name, numbered.name)))) as names,
        list_sort(list_distinct(list(plain)))                       as plains,
        list_sort(list_distinct(list(core) filter (core is not null))) as cores,
        list_sort(list_distinct(list(urn) filter (urn is not null))) as urns,
        max(snapshot)                                               as said_on
    from numbered
    left join spelled on spelled.letters = plain_name(numbered.name)
    group by all

),

sponsors as (

    from groups where partnership_type = 'sponsor'

),

trusts as (

    from groups where partnership_type in ('multi_academy_trust', 'single_academy_trust')

),

-- Each sign by an equality of its own: comparing every sponsor with every trust took most of the step.
alike as (

    select sponsors.number, trusts.number as twin, trusts.partnership_type as twin_type
    from sponsors
    join trusts using (company)

    union

    select by_name.number, trusts.number, trusts.partnership_type
    from (select number, unnest(plains) as plain from sponsors) as by_name
    join (select number, partnership_type, unnest(plains) as plain from trusts) as trusts using (plain)

    union

    -- Written in other words for a trust: then an academy of the one has to be in the other, too.
    select by_core.number, trusts.number, trusts.partnership_type
    from (select number, urns, unnest(cores) as core from sponsors) as by_core
    join (select number, partnership_type, urns, unnest(cores) as core from trusts) as trusts using (core)
    where list_has_any(by_core.urns, trusts.urns)

),

twins as (

    select
        sponsor.number                                              as number,
        trust.number                                                as twin,
        trust.partnership_type                                                  as twin_type,
        case when sponsor.company = trust.company                   then 'company'
             when list_has_any(sponsor.plains, trust.plains)        then 'name'
             else                                                        'name and its academies' end as twin_by
    from alike
    join sponsors as sponsor using (number)
    join trusts as trust on trust.number = alike.twin and trust.partnership_type = alike.twin_type
    qualify row_number() over (
        partition by sponsor.number
        order by sponsor.company = trust.company desc nulls last, list_has_any(sponsor.plains, trust.plains) desc, len(list_intersect(sponsor.urns, trust.urns)) desc,
                 trust.partnership_type = 'multi_academy_trust' desc, trust.closed is null desc, trust.number
    ) = 1

),

bodies as (

    select
        groups.*,
        -- A trust of one academy that takes in another keeps its number: it is a partnership of either kind.
        case when partnership_type = 'sponsor'                                                             then twins.twin
             when count(*) filter (partnership_type <> 'sponsor') over (partition by groups.number) = 1    then groups.number
             else groups.number || ':' || partnership_type end                                             as body,
        coalesce(twins.twin_type, case when partnership_type <> 'sponsor' then partnership_type end)                   as body_type,
        twins.twin_by
    from groups
    left join twins on twins.number = groups.number and groups.partnership_type = 'sponsor'

)

select
    bodies.partnership_type,
    bodies.number,
    coalesce(twin.body, bodies.body)                                as partnership,
    bodies.body_type                                                as type_rule,
    bodies.name,
    bodies.plain,
    bodies.names,
    bodies.company,
    bodies.reference,
    bodies.opened,
    bodies.closed,
    bodies.twin_by,
    bodies.said_on

from bodies
left join bodies as twin on bodies.partnership_type = 'sponsor' and twin.number = bodies.body and twin.partnership_type = bodies.body_type
