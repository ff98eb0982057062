-- How a school became an academy, by the register and the files of its own years: the day of its first sponsor-led opening, and of its conversion.
-- key: school_id

with

numbers as (

    select
        urn_school.school_id,
        urn.type ilike '%sponsor%' or urn.first_academy_type ilike '%sponsor%'              as sponsor_led,
        urn.type ilike '%converter%' or urn.first_academy_type ilike '%converter%'          as converter,
        coalesce(urn.academy_opened, urn.opened, link.joined)                               as opened,
        urn.academy_said
    from urn
    join urn_school using (urn)
    left join (
        select urn, min(joined) as joined
        from group_link
        where partnership_type in ('multi_academy_trust', 'single_academy_trust')
        group by urn
    ) as link using (urn)

)

select
    school_id,
    coalesce(bool_or(sponsor_led), false)                                                   as sponsor_led,
    min(opened) filter (sponsor_led)                                                        as sponsor_led_on,
    coalesce(bool_or(converter and not coalesce(sponsor_led, false)), false)                as converter,
    min(opened) filter (converter and not coalesce(sponsor_led, false))                     as converted_on,
    -- Where no file has the day: the first that has it as an academy.
    min(academy_said) filter (converter and not coalesce(sponsor_led, false))               as converted_by

from numbers
group by school_id
having bool_or(sponsor_led) or bool_or(converter)
