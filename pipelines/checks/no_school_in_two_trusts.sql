-- A school is in one trust of academies on a day: those that are in two, with the sources that say so.

select
    a.school_id,
    a.partnership as first_trust,
    b.partnership as second_trust,
    a.joined,
    a.left_on,
    b.joined      as joined_second,
    a.source,
    b.source      as source_of_second
from membership as a
join membership as b
    on a.school_id = b.school_id
    and (coalesce(a.joined, a.joined_by), a.partnership_type, a.partnership) < (coalesce(b.joined, b.joined_by), b.partnership_type, b.partnership)
where a.partnership_type in ('multi_academy_trust', 'single_academy_trust')
  and b.partnership_type in ('multi_academy_trust', 'single_academy_trust')
  and coalesce(coalesce(a.left_on, a.left_before) >= coalesce(b.joined, b.joined_by), true)
  -- Of a day between two extracts nobody knows on which side of it the next began.
  and (a.left_on is not null or a.left_before is null)
