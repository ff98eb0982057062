-- Numbers that the register gave a body next to its own, as a sponsor: their old addresses lead to its page.
-- key: former

select distinct
    number as former,
    partnership as id

from group_body
where partnership_type = 'sponsor' and partnership is not null and number <> partnership
order by former
