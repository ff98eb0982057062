-- Trusts of the trust tables with the schools that count in their results, one row per published row.
-- key: file_id, source_row

select
    cells.* replace (
        lpad(cells.companies_house_number, 8, '0')                                                   as companies_house_number,
        list_transform(regexp_extract_all(cells.institutions, '[0-9]{6}'), lambda urn: urn::integer)          as institutions,
        list_transform(regexp_extract_all(cells.institutions_in_trust, '[0-9]{6}'), lambda urn: urn::integer) as institutions_in_trust
    ),

    case when regexp_full_match(cells.group_uid, '\d{1,6}')                                    then 'group'
         when cells.group_uid is null or upper(cells.group_uid) like 'NAT%'                     then 'national' end as level

from cells
