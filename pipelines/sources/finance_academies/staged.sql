-- Income and expenditure of academies, one row per published row: an academy that changed its trust in the year has two.
-- key: file_id, source_row

select
    cells.* exclude (months_in_all) replace (
        try_cast(cells.urn as integer)                       as urn,
        try_cast(replace(cells.laestab, '/', '') as integer) as laestab,
        regexp_extract(lower(cells.school_phase), '(primary|secondary|special)')             as school_phase,

        -- Rows of a part of the year add up to pupils who were there for all of it.
        cells.pupils * cells.months / 12                          as pupils,
        coalesce(cells.pupils_missing, cells.months_missing)      as pupils_missing,

        case when short is null then cells.total_expenditure end as total_expenditure,
        coalesce(short, cells.total_expenditure_missing) as total_expenditure_missing,
        case when short is null then cells.administrative_staff end as administrative_staff,
        coalesce(short, cells.administrative_staff_missing) as administrative_staff_missing,
        case when short is null then cells.revenue_reserve end as revenue_reserve,
        coalesce(short, cells.revenue_reserve_missing) as revenue_reserve_missing
    ),

    cells.pupils as pupils_printed,
    case when cells.months < 12 then coalesce('from ' || cells.joined_date, 'to ' || cells.left_date) end as time_identifier,
    case when regexp_full_match(cells.urn, '\d{6}') then 'school' end as level

from (select *, sum(months) over (partition by urn) as months_in_all from cells) as cells
cross join lateral (
    select case when months_in_all < 12 then 'part_year' when cells.months is null then cells.months_missing end::reason_id as short
)
