-- A school in a partnership because of where it lay: from the first day it may have been there to the last.
-- key: school_id, partnership_type, partnership

select
    area_episode.school_id,
    partnership_type,
    partnership,
    min(partnership_name)                                               as partnership_name,
    min(joined)                                                         as joined,
    oldest(joined_precision, joined)                                    as joined_precision,
    case when bool_and(left_on is not null) then max(left_on) end       as left_on,
    case when bool_and(left_on is not null) then newest(left_precision, left_on) end as left_precision,
    max(evidence)                                                       as evidence,
    -- The school that leads a hub is named with the hub.
    case when bool_or(hub_lead.hub is not null) then 'supporter' end    as role_named,
    case when bool_or(hub_lead.hub is not null) then min(joined) end    as role_from,
    'geography'                                                         as membership_source,
    min(source)                                                         as source,
    min(source_url)                                                     as source_url,
    max(source_date)                                                    as source_date

from area_episode
left join (
    select distinct urn_school.school_id, hub_lead.hub from hub_lead join urn_school using (urn)
) as hub_lead on hub_lead.school_id = area_episode.school_id and hub_lead.hub = area_episode.part and area_episode.partnership_type = 'teaching_school_hub'
group by area_episode.school_id, partnership_type, partnership
