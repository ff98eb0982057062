-- A school, across its changes of URN.
-- key: school_id

with

phase as (

    -- A school’s phase is the one its rows most often say; of two said as often the later in the alphabet; the register is heard where no row says any.
    select school_id, commonest(school_phase) as phase
    from school_row
    join urn_school using (urn)
    where school_phase in ('primary', 'secondary', 'special')
    group by all

),

members as (

    select
        urn_school.school_id,
        list(urn_school.urn order by urn_school.urn) as urns,
        -- The word of its own number, then of the highest of its others that has one.
        max_by(urn.name, (urn_school.urn = urn_school.school_id, urn_school.urn, urn.name)) as name,
        max_by(urn.la_code, (urn_school.urn = urn_school.school_id, urn_school.urn, urn.la_code)) as la_code,
        max_by(urn.la_name, (urn_school.urn = urn_school.school_id, urn_school.urn, urn.la_name)) as la_name,
        max_by(urn.region, (urn_school.urn = urn_school.school_id, urn_school.urn, urn.region)) as region,
        max_by(urn.selective, (urn_school.urn = urn_school.school_id, urn_school.urn, urn.selective)) as selective,
        max_by(urn.sixth_form, (urn_school.urn = urn_school.school_id, urn_school.urn, urn.sixth_form)) as sixth_form,
        max_by(urn.postcode, (urn_school.urn = urn_school.school_id, urn_school.urn, urn.postcode)) as postcode,
        max_by(struct_pack(easting, northing), (urn_school.urn = urn_school.school_id, urn_school.urn, easting, northing)) filter (easting > 0) as place,
        -- Null where the register has no date: a school without an opening date is an old one.
        list(urn.opened order by urn_school.urn, urn.opened)[1]    as opened,
        max(urn.closed) filter (urn_school.urn = urn_school.school_id) as closed,
        max_by(urn.type, (urn_school.urn = urn_school.school_id, urn_school.urn, urn.type)) as type,
        max_by(urn.phase, (urn_school.urn = urn_school.school_id, urn_school.urn, urn.phase)) as register_phase,
        bool_or(urn.independent) filter (urn_school.urn = urn_school.school_id) as independent
    from urn_school
    left join urn using (urn)
    group by all

),

described as (

    select
        members.school_id,
        members.urns,
        coalesce(members.name, 'LAESTAB ' || members.school_id)   as name,
        members.la_code,
        members.la_name,
        members.region,
        members.postcode,
        members.place.easting::integer                            as easting,
        members.place.northing::integer                           as northing,
        members.opened,
        members.closed,
        members.type,
        coalesce(
            phase.phase,
            case when members.type ilike '%special%'                                        then 'special'
                 when members.register_phase in ('primary', 'middle deemed primary')        then 'primary'
                 when members.register_phase in ('secondary', 'middle deemed secondary', 'all-through', 'all through') then 'secondary'
                 when members.register_phase = 'special'                                    then 'special' end
        )                                                         as phase,
        coalesce(members.independent, false)                      as independent,
        members.selective,
        members.sixth_form

    from members
    left join phase using (school_id)

)

select
    * exclude (selective, sixth_form),
    -- Only secondary schools select by ability, and no primary school keeps pupils on to 18: of those nothing need be said.
    case when phase = 'secondary' then selective  when phase is not null then false end as selective,
    case when phase = 'primary'   then false else sixth_form end                        as sixth_form
from described
