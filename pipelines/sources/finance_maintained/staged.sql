-- Income and expenditure of maintained schools, one row per published row. What one return says of a federation stands in every member’s row.
-- key: file_id, source_row

select
    cells.* exclude (federation_of, member) replace (
        try_cast(cells.urn as integer)     as urn,
        try_cast(cells.laestab as integer) as laestab,
        regexp_extract(lower(cells.school_phase), '(primary|secondary|special)')                   as school_phase,
        coalesce(federation.pupils, cells.pupils)                                                  as pupils,
        case when federation.pupils is null then cells.pupils_missing end                          as pupils_missing,

        case when short is null then if(member, federation.total_expenditure, cells.total_expenditure) end as total_expenditure,
        coalesce(short, case when not member or federation.total_expenditure is null
                             then cells.total_expenditure_missing end) as total_expenditure_missing,

        case when short is null then if(member, federation.administrative_staff, cells.administrative_staff) end as administrative_staff,
        coalesce(short, case when not member or federation.administrative_staff is null
                             then cells.administrative_staff_missing end) as administrative_staff_missing,

        case when short is null then if(member, federation.revenue_reserve, cells.revenue_reserve) end as revenue_reserve,
        coalesce(short, case when not member or federation.revenue_reserve is null
                             then cells.revenue_reserve_missing end) as revenue_reserve_missing
    ),

    cells.pupils                                                     as pupils_printed,
    federation.federation_of is not null                             as federation_level,
    case when regexp_full_match(cells.urn, '\d{6}') then 'school' end as level

from (
    -- DNS says that a school did not supply a return: a member of a federation did so through its lead.
    select
        columns(name -> not ends_with(name, '_missing')),
        case when lower(federation) = 'non returning school' and columns('^(.+)_missing$') = 'unavailable'
             then 'reported_elsewhere'
             else columns('^(.+)_missing$') end::reason_id         as '\1_missing',
        case when lead_laestab not in ('0', '') then lead_laestab end as federation_of,
        coalesce(lower(federation) = 'non returning school', false)  as member
    from cells
) as cells

left join (
    select
        lead_laestab as federation_of,
        max(months)               filter (leads) as months,
        max(total_expenditure)    filter (leads) as total_expenditure,
        max(administrative_staff) filter (leads) as administrative_staff,
        max(revenue_reserve)      filter (leads) as revenue_reserve,

        -- Some files print all the federation’s pupils in the row of its lead, others the lead’s own: where some lead
        -- has fewer than its members together, the file is of the others.
        case when bool_or(sum(exact(pupils)) filter (leads) < sum(exact(pupils)) filter (not leads)) over ()
             then sum(exact(pupils))
             else sum(exact(pupils)) filter (leads) end::double as pupils
    from (select *, lower(federation) = 'lead school' as leads from cells)
    where lead_laestab not in ('0', '') and lower(federation) in ('lead school', 'non returning school')
    group by lead_laestab
) as federation using (federation_of)

cross join lateral (
    select case when coalesce(federation.months, cells.months) < 12     then 'part_year'
                when coalesce(federation.months, cells.months) is null then cells.months_missing end::reason_id as short
)
