-- Every role names the source that it rests on.

select school_id, partnership_type, partnership, role, role_source
from role
where role_source not in ('sponsored_route', 'converter_there_before', 'named_in_list', 'rule', 'area', 'joined')
