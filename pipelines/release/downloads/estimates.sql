-- Each estimate under each assumption, over all years since joining and by event time.
-- key: id, term, assumption

select * from estimate order by id, try_cast(term as integer) nulls first, assumption
