-- A school is in one trust at a time.

select a.school_id, a.kind, a.partnership, a.joined, a.left_on, b.partnership as other, b.joined as other_joined, a.source, b.source as other_source
from membership as a
join membership as b on b.school_id = a.school_id and b.kind = a.kind and b.partnership > a.partnership
join partnership_kind on partnership_kind.kind = a.kind and partnership_kind.one_at_a_time
where a.joined < coalesce(b.left_on, b.left_before, date '9999-01-01')
  and b.joined < coalesce(a.left_on, a.left_before, date '9999-01-01')
