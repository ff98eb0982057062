-- Every link between establishments in the newest extract of the register, and what was made of it.
-- key: file_id, source_row

select
    links.file_id,
    links.source_row,
    links.urn,
    links.link_urn,
    links.link_type,
    links.link_date,
    case when link_verdict.refused is not null                      then 'kept apart'
         when link_verdict.evidence is not null                     then 'same school'
         else                                                            'kept apart' end as decision,
    coalesce(link_verdict.evidence, link_verdict.refused, if(removed.row is not null, 'corrected', 'not_a_plain_link')) as reason

from staged.gias_links as links
left join link_verdict
    on link_verdict."from" = case when links.link_type = 'successor' then links.urn when links.link_type = 'predecessor' then links.link_urn end
    and link_verdict."to"  = case when links.link_type = 'successor' then links.link_urn when links.link_type = 'predecessor' then links.urn end
left join (select * from correction where what = 'link' and action = 'remove') as removed
    on removed.urn = case when links.link_type like 'successor%' then links.urn else links.link_urn end
    and removed.other = case when links.link_type like 'successor%' then links.link_urn else links.urn end::varchar
where links.snapshot = (select max(snapshot) from staged.gias_links)
