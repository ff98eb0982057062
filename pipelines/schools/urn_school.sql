-- The school that each URN belongs to: the last URN of its chain, or the URN itself.
-- key: urn

select
    urn.urn,
    coalesce(merged_urn.school_id, urn.urn) as school_id

from (select urn from urn union select urn from merged_urn) as urn
left join merged_urn using (urn)
