-- Maintained schools that make one financial return together: in a federation, in the financial years they do. A federation of the register that has two of the schools is the same one.
-- key: school_id, partnership_type, partnership

with

returns as (

    select
        finance.academic_year,
        finance.lead_laestab as lead,
        urn_school.school_id,
        finance.school_name,
        lower(finance.federation) = 'lead school' as leads,
        finance.file_id,
        finance.source_row
    from staged.finance_maintained as finance
    join urn_school using (urn)
    where finance.level = 'school'
      and lower(finance.federation) in ('lead school', 'non returning school')
      and finance.lead_laestab not in ('0', '')

),

together as (

    select * from returns
    qualify min(school_id) over (partition by academic_year, lead) < max(school_id) over (partition by academic_year, lead)

),

span as (select min(academic_year) as first, max(academic_year) as last from staged.finance_maintained),

registered as (

    select lead, arg_max(partnership, (shared, partnership)) as partnership
    from (
        select together.lead, member.partnership, count(distinct school_id) as shared
        from together
        join registered_member as member using (school_id)
        where member.partnership_type = 'federation'
        group by all
    )
    where shared >= federation_shares()
    group by lead

),

earlier as (

    -- Another school may come to make the return of the same schools.
    select later.lead, arg_min(earlier.lead, (earlier.academic_year, earlier.lead)) as earlier
    from together as later
    join together as earlier using (school_id)
    where (earlier.academic_year, earlier.lead) < (later.academic_year, later.lead) and earlier.lead <> later.lead
    group by later.lead
    having count(distinct school_id) >= federation_shares()

),

named as (

    select
        together.*,
        coalesce(registered.partnership, before.partnership, 'federation:' || coalesce(earlier.earlier, together.lead)) as partnership
    from together
    left join registered on registered.lead = together.lead
    left join earlier on earlier.lead = together.lead
    left join registered as before on before.lead = earlier.earlier

)

select
    school_id,
    'federation'                                                                            as partnership_type,
    partnership,
    'Federation led by ' || max(lead_name)                                                  as partnership_name,
    case when min(academic_year) > span.first then make_date(min(academic_year) - 1, 4, 1) end as joined,
    case when min(academic_year) > span.first then 'year' end                               as joined_precision,
    case when min(academic_year) = span.first then 'before the files begin' end             as no_date,
    case when max(academic_year) < span.last then make_date(max(academic_year), 3, 31) end  as left_after,
    case when max(academic_year) < span.last then make_date(max(academic_year) + 1, 3, 31) end as left_before,
    case when max(academic_year) < span.last then 'year' end                                as left_precision,
    'A'                                                                                     as evidence,
    'finance'                                                                               as membership_source,
    'finance_maintained'                                                                    as source,
    arg_min(struct_pack(file_id, source_row), (academic_year, file_id, source_row)).file_id as file_id,
    arg_min(struct_pack(file_id, source_row), (academic_year, file_id, source_row)).source_row as source_row

from (
    select *, max(school_name) filter (leads) over (partition by partnership) as lead_name
    from named
)
cross join span
group by school_id, partnership, span.first, span.last
